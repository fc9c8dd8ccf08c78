import type { DragEvent } from 'react';
import { ops } from '@/doc';
import { KIND_LIST, KindTile, type KindElement } from '@/elements';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { KIND_MIME, useViewport } from '@/state/viewport';
import { Tooltip } from '@/ui';
import css from './Palette.module.css';

/** The kinds of node: drag one onto the canvas, or click for one where there is room. */
export function Palette() {
  return (
    <div role="toolbar" aria-label="Add a node" aria-orientation="vertical" className={css.palette}>
      {KIND_LIST.map((kind) => (
        <KindButton key={kind.kind} element={kind} />
      ))}
    </div>
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
        onClick={add}
        onDragStart={onDragStart}
      >
        <KindTile kind={kind} />
        <span className={css.label}>{label}</span>
      </button>
    </Tooltip>
  );
}
