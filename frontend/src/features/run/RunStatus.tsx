import { CloudOff } from 'lucide-react';
import { LAB_STATES } from '@/features/labs';
import { t } from '@/i18n';
import { activeRun, useRun } from '@/state/run';
import type { RunState } from '@/state/runState';
import { Badge, Tooltip } from '@/ui';
import css from './RunBar.module.css';
import { useLabState } from './useLabState';
import { BUSY_WORDS } from './words';

/** How the lab stands; how far the run is while there is one. */
export function RunStatus() {
  const active = useRun(activeRun);
  const connection = useRun((runs) => runs.connection);
  const state = useLabState();
  if (connection === 'waiting') {
    return (
      <span className={css.status} role="status">
        <CloudOff size={14} aria-hidden />
        {t('Connection lost, trying again')}
      </span>
    );
  }
  if (active !== null) return <RunProgress run={active} />;
  if (state === undefined) return null;
  const { word, hint, tone, icon } = LAB_STATES[state];
  return (
    <Tooltip content={hint}>
      <span className={css.status} role="status" tabIndex={0}>
        <Badge tone={tone} icon={icon}>
          {word}
        </Badge>
      </span>
    </Tooltip>
  );
}

interface Steps {
  done: number;
  total: number;
}

function stepsOf({ progress, matrix }: RunState): Steps | null {
  if (matrix !== null) return { done: matrix.answered, total: matrix.outcomes.length };
  return progress;
}

function RunProgress({ run }: { run: RunState }) {
  const steps = stepsOf(run);
  const words = run.status === 'queued' ? t('Waiting for a worker') : BUSY_WORDS[run.run.kind];
  const share = steps === null || steps.total === 0 ? null : steps.done / steps.total;
  return (
    <div className={css.status}>
      <div className={css.progress}>
        <span className={css.step}>
          <span title={run.progress?.text}>{words}</span>
          {steps !== null && (
            <span>
              {steps.done} / {steps.total}
            </span>
          )}
        </span>
        <div
          className={css.track}
          role="progressbar"
          aria-label={words}
          {...(steps && { 'aria-valuenow': steps.done, 'aria-valuemin': 0, 'aria-valuemax': steps.total })}
        >
          <div
            className={css.fill}
            data-unsure={share === null || undefined}
            style={share === null ? undefined : { width: `${share * 100}%` }}
          />
        </div>
      </div>
    </div>
  );
}
