import { memo } from 'react';
import type { NodeProps } from '@xyflow/react';
import { cx } from '@/lib/cx';
import { useView } from '@/state/view';
import type { ShapeNode as Shape } from '../flow';
import { ResizeHandles } from './ResizeHandles';
import css from './ShapeNode.module.css';
import { ShapeText } from './ShapeText';

/** A note; or the frame and title of a region or group, between which the pointer reaches what lies there. */
export const ShapeNode = memo(function ShapeNode({ id, data: { shape }, selected }: NodeProps<Shape>) {
  const editing = useView((view) => view.renaming === id);
  return (
    <div className={cx(css.shape, css[shape.kind], selected && css.selected)} data-color={shape.color}>
      {shape.kind !== 'note' && <Frame />}
      {editing ? (
        <ShapeText shape={shape} />
      ) : (
        (shape.text || shape.kind === 'note') && <div className={css.text}>{shape.text}</div>
      )}
      {selected && !editing && shape.kind !== 'group' && <ResizeHandles shape={shape} />}
    </div>
  );
});

function Frame() {
  return (
    <>
      <span className={cx(css.side, css.across, css.above)} />
      <span className={cx(css.side, css.across, css.below)} />
      <span className={cx(css.side, css.down, css.before)} />
      <span className={cx(css.side, css.down, css.after)} />
    </>
  );
}
