import { useState } from 'react';
import { ScrollText } from 'lucide-react';
import { errorText, useRunEvents, useRuns, type Run } from '@/api';
import { elementAt } from '@/doc';
import { t } from '@/i18n';
import { formatAgo, formatDuration } from '@/lib/format';
import { useLab } from '@/state/lab';
import { useRun } from '@/state/run';
import { isOver, newRunState, takeEvents, tookSeconds, type LogLine, type RunState } from '@/state/runState';
import { useView } from '@/state/view';
import { EmptyState } from '@/ui';
import css from './RunLog.module.css';
import { RunIcon } from './RunIcon';
import { KIND_WORDS } from './words';

/** Every run of the lab and what happened in it. */
export function RunLog() {
  const { id } = useLab();
  const runs = useRuns(id);
  const known = useKnownRuns();
  const [chosen, setChosen] = useState<string | null>(null);
  const listed = withLive(runs.data ?? [], known);
  const shown = listed.find((run) => run.id === chosen) ?? listed[0];
  if (runs.isError && listed.length === 0)
    return <EmptyState title={t('No log')} text={errorText(runs.error)} />;
  if (shown === undefined) {
    return (
      <EmptyState
        icon={<ScrollText size={20} aria-hidden />}
        title={t('Nothing has run yet')}
        text={t('Each plan, apply, destroy and matrix check leaves its log here.')}
      />
    );
  }
  const live = known.find((state) => state.run.id === shown.id);
  return (
    <div className={css.panel}>
      <ul className={css.runs} aria-label={t('Runs')}>
        {listed.map((run) => (
          <li key={run.id}>
            <RunChoice run={run} isShown={run.id === shown.id} onChoose={() => setChosen(run.id)} />
          </li>
        ))}
      </ul>
      {live ? <Lines state={live} /> : <StoredLines key={shown.id} run={shown} />}
    </div>
  );
}

function useKnownRuns(): RunState[] {
  const change = useRun((state) => state.change);
  const matrix = useRun((state) => state.matrix);
  const nextMatrix = useRun((state) => state.nextMatrix);
  return [nextMatrix, matrix, change].filter((state) => state !== null);
}

/** The list was read a moment ago: what is followed knows better, and may be newer than the list. */
function withLive(stored: readonly Run[], known: readonly RunState[]): Run[] {
  const live = new Map(known.map((state) => [state.run.id, liveRun(state)]));
  const listed = stored.map((run) => live.get(run.id) ?? run);
  const stillUnlisted = [...live.values()].filter(({ id }) => !stored.some((run) => run.id === id));
  return [...stillUnlisted, ...listed];
}

function liveRun({ run, status, finishedAt }: RunState): Run {
  const finished_at = finishedAt === null ? null : new Date(finishedAt * 1000).toISOString();
  return { ...run, status, finished_at };
}

function RunChoice({ run, isShown, onChoose }: { run: Run; isShown: boolean; onChoose: () => void }) {
  const when = run.finished_at ?? run.started_at;
  return (
    <button type="button" className={css.run} aria-pressed={isShown} onClick={onChoose}>
      <RunIcon status={run.status} />
      <span>{KIND_WORDS[run.kind]}</span>
      <span className={css.when}>{when === null ? t('now') : formatAgo(new Date(when), new Date())}</span>
    </button>
  );
}

function StoredLines({ run }: { run: Run }) {
  const events = useRunEvents(run.id, run.status === 'succeeded' || run.status === 'failed');
  if (events.isError) return <p className={css.note}>{errorText(events.error)}</p>;
  if (events.data === undefined) return <p className={css.note}>{t('Loading…')}</p>;
  return <Lines state={takeEvents(newRunState(run), events.data)} />;
}

function Lines({ state }: { state: RunState }) {
  const took = tookSeconds(state);
  return (
    <div className={css.log} tabIndex={0} role="region" aria-label={t('Log of the run')}>
      <ol>
        {state.log.map((line) => (
          <Line key={line.seq} line={line} start={state.startedAt ?? line.at} revision={state.run.revision} />
        ))}
      </ol>
      {!isOver(state) && state.progress && <p className={css.note}>{state.progress.text}</p>}
      {took !== null && (
        <p className={css.note}>
          {t('The host worked {duration} on it.', { duration: formatDuration(took) })}
        </p>
      )}
    </div>
  );
}

function Line({ line, start, revision }: { line: LogLine; start: number; revision: number }) {
  const { doc } = useLab();
  const goTo = useView((view) => view.goTo);
  const { element } = line;
  return (
    <li className={css.line} data-tone={line.tone}>
      <span className={css.at}>+{formatDuration(Math.max(0, line.at - start))}</span>
      <span className={css.text}>{line.text}</span>
      {element !== undefined && element !== '' && (
        <button
          type="button"
          className={css.element}
          onClick={() => goTo(elementAt(doc.projectionAt(revision), element))}
        >
          {element}
        </button>
      )}
    </li>
  );
}
