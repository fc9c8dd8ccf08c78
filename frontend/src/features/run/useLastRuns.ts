import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { labQuery, readRunEvents, type Lab, type Run } from '@/api';
import { useLab, type OpenLab } from '@/state/lab';
import { useRun } from '@/state/run';
import { beginRun, followRun, stopFollowing, takeRunEvents } from './follow';

/** Shows what the last runs of the lab have left, and goes on with one that is still under way. */
export function useLastRuns(): void {
  const lab = useLab();
  const queries = useQueryClient();
  useEffect(() => {
    let left = false;
    void queries.query(labQuery(lab.id)).then(async (stored) => {
      for (const run of runsToShow(stored)) await restore(lab, run, () => left);
    });
    return () => {
      left = true;
      stopFollowing();
      useRun.getState().reset();
    };
  }, [lab, queries]);
}

/** After a destroy there is nothing that the last apply could tell. */
function runsToShow({ state, last_runs: { apply, matrix } }: Lab): Run[] {
  return [state === 'empty' ? null : apply, matrix].filter((run) => run !== null);
}

async function restore(lab: OpenLab, run: Run, isLeft: () => boolean): Promise<void> {
  const isUnderWay = run.status === 'queued' || run.status === 'running';
  const events = isUnderWay ? [] : await readRunEvents(run.id, 0);
  const { change, matrix, nextMatrix } = useRun.getState();
  const newer = run.kind === 'matrix' ? (matrix ?? nextMatrix) : change;
  if (isLeft() || newer !== null) return;
  if (isUnderWay) {
    void followRun(lab, run);
  } else {
    beginRun(lab, run);
    takeRunEvents(lab, run, events);
  }
}
