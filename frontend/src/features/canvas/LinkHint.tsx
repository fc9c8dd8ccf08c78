import { rich } from '@/i18n';
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
          {rich('Linking from {name}: {tab} to a node, {enter} to link, {escape} to stop', {
            name: <strong>{name}</strong>,
            tab: <Kbd keys="Tab" />,
            enter: <Kbd keys="Enter" />,
            escape: <Kbd keys="Esc" />,
          })}
        </p>
      )}
    </div>
  );
}
