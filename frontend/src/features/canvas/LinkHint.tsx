import { useTopology } from '@/state/lab';
import { Kbd } from '@/ui';
import { useCanvas } from './canvasStore';
import css from './LinkHint.module.css';

/** Says what to do while a link is drawn by keyboard. */
export function LinkHint() {
  const linkFrom = useCanvas((canvas) => canvas.linkFrom);
  const name = useTopology((projection) => projection.nodes.get(linkFrom?.node ?? '')?.name);
  return (
    <div role="status" className={css.place}>
      {name !== undefined && (
        <p className={css.hint}>
          Linking from <strong>{name}</strong>: <Kbd keys="Tab" /> to a node, <Kbd keys="Enter" /> to link,{' '}
          <Kbd keys="Esc" /> to stop
        </p>
      )}
    </div>
  );
}
