import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { rich, t } from '@/i18n';
import { useTopology } from '@/state/lab';
import { IconButton, Kbd } from '@/ui';
import { useCanvas } from './canvasStore';
import { stopLinking } from './gestures/byKeyboard';
import css from './LinkHint.module.css';

/** Says what to do while a link is drawn click by click or by keyboard. */
export function LinkHint() {
  const linkFrom = useCanvas((canvas) => canvas.linkFrom);
  const hasTool = useCanvas((canvas) => canvas.tool === 'link');
  const byFinger = useCanvas((canvas) => canvas.byFinger);
  const name = useTopology((projection) => projection.nodes.get(linkFrom?.node ?? '')?.name);
  return (
    <div role="status" className={css.place}>
      {(hasTool || name !== undefined) && (
        <p className={css.hint}>
          {name === undefined ? t('Choose the node where a link starts') : nextStep(name, byFinger)}
          <IconButton label={t('Stop linking')} size="s" icon={<X size={15} />} onClick={stopLinking} />
        </p>
      )}
    </div>
  );
}

function nextStep(name: string, byFinger: boolean): ReactNode {
  const words = { name: <strong>{name}</strong> };
  if (byFinger) return rich('Linking from {name}: tap the other node', words);
  const keys = { tab: <Kbd keys="Tab" />, enter: <Kbd keys="Enter" />, escape: <Kbd keys="Esc" /> };
  return rich('Linking from {name}: click a node, or {tab} and {enter}; {escape} to stop', {
    ...words,
    ...keys,
  });
}
