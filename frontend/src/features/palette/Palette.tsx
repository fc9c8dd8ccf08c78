import type { DragEvent } from 'react';
import { Shapes } from 'lucide-react';
import { ops } from '@/doc';
import { KIND_LIST, KindTile, type KindElement } from '@/elements';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { openWindow, useView } from '@/state/view';
import { KIND_MIME, useViewport } from '@/state/viewport';
import { Tooltip } from '@/ui';
import css from './Palette.module.css';

/** The kinds of node: drag one onto the canvas, or click for one where there is room. */
export function Palette() {
  const { canEdit } = useLab();
  if (!canEdit) return null;
  return (
    <div className={css.frame}>
      <div role="toolbar" aria-label={t('Add a node')} aria-orientation="vertical" className={css.palette}>
        {KIND_LIST.map((kind) => (
          <KindButton key={kind.kind} element={kind} />
        ))}
        <ShapeButton />
      </div>
    </div>
  );
}

/** A whole network of a regular shape. */
function ShapeButton() {
  return (
    <Tooltip content={t('A ring, a tree or another regular network')} side="right">
      <button
        type="button"
        className={css.more}
        aria-label={t('Insert a shape')}
        onClick={() => openWindow('shape')}
      >
        <Shapes size={18} aria-hidden />
        <span className={css.label}>{t('Shape…')}</span>
      </button>
    </Tooltip>
  );
}

function KindButton({ element: { kind, label, addLabel, blurb } }: { element: KindElement }) {
  const { doc } = useLab();
  const add = () => {
    const id = ops.addNode(doc, kind, useViewport.getState().freePlace());
    useView.getState().select([id]);
  };
  const onDragStart = (event: DragEvent) => {
    event.dataTransfer.setData(KIND_MIME, kind);
    event.dataTransfer.effectAllowed = 'copy';
  };
  return (
    <Tooltip content={blurb} side="right">
      <button
        type="button"
        draggable
        className={css.kind}
        aria-label={addLabel}
        data-tour={kind}
        onClick={add}
        onDragStart={onDragStart}
      >
        <KindTile kind={kind} />
        <span className={css.label}>{label}</span>
      </button>
    </Tooltip>
  );
}
