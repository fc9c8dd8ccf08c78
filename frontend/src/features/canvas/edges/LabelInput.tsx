import { useState } from 'react';
import { ops } from '@/doc';
import { t } from '@/i18n';
import type { Vec } from '@/lib/geom';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';
import css from './LinkEdge.module.css';

const LABEL_MAX = 60;
const WIDTH_PX = 180;
const HEIGHT_PX = 26;

/** The label of a link while it is typed: Enter keeps it, Escape does not, an empty one goes. */
export function LabelInput({ id, label, at }: { id: string; label: string; at: Vec }) {
  const { doc } = useLab();
  const [draft, setDraft] = useState(label);
  const end = (keep: boolean) => {
    if (keep && draft.trim() !== label) ops.setLinkField(doc, id, 'label', draft.trim() || undefined);
    useView.getState().startRenaming(null);
  };
  return (
    <foreignObject x={at.x - WIDTH_PX / 2} y={at.y - HEIGHT_PX / 2} width={WIDTH_PX} height={HEIGHT_PX}>
      <input
        className={`${css.input} nodrag nopan nokey`}
        aria-label={t('Label of the link')}
        autoFocus
        spellCheck={false}
        maxLength={LABEL_MAX}
        value={draft}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => end(true)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          end(event.key === 'Enter');
          useViewport.getState().focusCanvas();
        }}
      />
    </foreignObject>
  );
}
