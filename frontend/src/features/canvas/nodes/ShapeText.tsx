import { useRef, useState } from 'react';
import { ops, type DocShape } from '@/doc';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';
import css from './ShapeNode.module.css';

const TEXT_MAX = 2000;

/** The words of a shape while they are typed: leaving keeps them, Escape does not. A note without any goes. */
export function ShapeText({ shape }: { shape: DocShape }) {
  const { doc } = useLab();
  const [draft, setDraft] = useState(shape.text);
  const ended = useRef(false);
  const end = (keep: boolean) => {
    if (ended.current) return;
    ended.current = true;
    const text = draft.trim();
    if (keep && shape.kind === 'note' && text === '') ops.removeShapes(doc, [shape.id]);
    else if (keep && text !== shape.text) ops.setShape(doc, shape.id, { text });
    useView.getState().startRenaming(null);
  };
  const isLine = shape.kind !== 'note';
  return (
    <textarea
      className={`${css.input} nodrag nopan nowheel nokey`}
      aria-label={isLine ? t('Title') : t('Text of the note')}
      autoFocus
      spellCheck={false}
      maxLength={TEXT_MAX}
      rows={1}
      value={draft}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(isLine ? event.target.value.replace(/\n/g, ' ') : event.target.value)}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        const isDone = event.key === 'Enter' && (isLine || event.ctrlKey || event.metaKey);
        if (!isDone && event.key !== 'Escape') return;
        event.preventDefault();
        end(isDone);
        useViewport.getState().focusCanvas();
      }}
    />
  );
}
