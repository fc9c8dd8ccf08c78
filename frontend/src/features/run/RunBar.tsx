import { useMemo } from 'react';
import { Grid3x3, ListChecks, Play, Square } from 'lucide-react';
import { useRegister } from '@/commands';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { useLive } from '@/state/live';
import { activeRun, useRun } from '@/state/run';
import { Button, Tooltip } from '@/ui';
import { runCommands } from './commands';
import css from './RunBar.module.css';
import { LiveStatus } from './LiveStatus';
import { LiveSwitch } from './LiveSwitch';
import { RunStatus } from './RunStatus';
import { useLabState } from './useLabState';
import { useLastRuns } from './useLastRuns';
import { useLiveEdits } from './useLiveEdits';
import { useIsBusy, useOrders } from './useOrders';

/** What can be done with the lab as a whole, and how that stands. */
export function RunBar() {
  useLastRuns();
  useLiveEdits();
  const lab = useLab();
  const { canRun, canEdit } = lab;
  const orders = useOrders();
  const busy = useIsBusy();
  const isEmpty = useTopology((projection) => projection.nodes.size === 0);
  const kind = useRun((runs) => activeRun(runs)?.run.kind);
  const isDown = useLabState() === 'empty';
  const live = useLive((state) => state.on) && !isDown;
  useRegister(useMemo(() => runCommands(lab, orders), [lab, orders]));
  const status = live ? <LiveStatus /> : <RunStatus />;
  if (!canRun) return status;
  return (
    <div className={css.bar} role="group" aria-label={t('Run the lab')}>
      {status}
      <BarButton
        label={t('Plan')}
        hint={t('See what apply would do, as commands')}
        icon={<ListChecks size={16} aria-hidden />}
        disabled={busy || isEmpty}
        onClick={orders.plan}
      />
      <BarButton
        data-tour="matrix"
        label={t('Check matrix')}
        hint={isDown ? t('Apply first: nothing of this lab is running') : t('Ask who reaches whom')}
        icon={<Grid3x3 size={16} aria-hidden />}
        disabled={busy || isEmpty || isDown}
        onClick={() => orders.checkMatrix()}
      />
      <BarButton
        label={t('Destroy')}
        hint={t('Take down what runs; the drawing stays')}
        icon={<Square size={14} fill="currentColor" aria-hidden />}
        disabled={busy || isDown}
        onClick={orders.destroy}
      />
      {canEdit && <LiveSwitch disabled={isDown} />}
      <Tooltip content={t('Make it so on the host, then check the matrix')} shortcut="Mod+Enter">
        <Button
          variant="primary"
          data-tour="apply"
          icon={<Play size={14} fill="currentColor" aria-hidden />}
          busy={busy && kind === 'apply' && !live}
          disabled={isEmpty}
          onClick={orders.apply}
        >
          {t('Apply')}
        </Button>
      </Tooltip>
    </div>
  );
}

function BarButton({
  label,
  hint,
  icon,
  disabled,
  onClick,
  ...rest
}: {
  label: string;
  hint: string;
  icon: React.ReactNode;
  'data-tour'?: string;
  disabled: boolean;
  onClick: () => void;
}) {
  return (
    <Tooltip content={hint}>
      <Button
        {...rest}
        variant="quiet"
        icon={icon}
        aria-label={label}
        aria-disabled={disabled || undefined}
        className={css.button}
        data-off={disabled || undefined}
        onClick={() => {
          if (!disabled) onClick();
        }}
      >
        <span className={css.label}>{label}</span>
      </Button>
    </Tooltip>
  );
}
