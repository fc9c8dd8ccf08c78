import { useEffect } from 'react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { errorText, isRunUnderWay, labQuery, readRunEvents, readRuns, type Run } from '@/api';
import { t } from '@/i18n';
import { useLab, type OpenLab } from '@/state/lab';
import { useRun } from '@/state/run';
import { toast } from '@/ui';
import { beginRun, followRun, stopFollowing, takeRunEvents } from './follow';

/** Shows what the last runs of the lab have left, and goes on with one that is still under way. */
export function useLastRuns(): void {
  const lab = useLab();
  const queries = useQueryClient();
  useEffect(() => {
    let left = false;
    restoreAll(lab, queries, () => left).catch((error: unknown) => {
      toast({ tone: 'bad', title: t('The last results could not be read'), text: errorText(error) });
    });
    return () => {
      left = true;
      stopFollowing();
      useRun.getState().reset();
    };
  }, [lab, queries]);
}

async function restoreAll(lab: OpenLab, queries: QueryClient, isLeft: () => boolean): Promise<void> {
  const [stored, runs] = await Promise.all([queries.query(labQuery(lab.id)), readRuns(lab.id)]);
  const { apply, matrix } = stored.last_runs;
  // After a destroy there is nothing that the last apply could tell.
  const over = [stored.state === 'empty' ? null : apply, matrix].filter((run) => run !== null);
  const wanted = [...runs.filter(isRunUnderWay), ...over.filter((run) => !isRunUnderWay(run))];
  for (const run of wanted) await restore(lab, run, isLeft);
}

/** A run that was ordered meanwhile is newer than what was stored. */
async function restore(lab: OpenLab, run: Run, isLeft: () => boolean): Promise<void> {
  const events = isRunUnderWay(run) ? [] : await readRunEvents(run.id, 0);
  const { change, matrix, nextMatrix } = useRun.getState();
  const newer = run.kind === 'matrix' ? (matrix ?? nextMatrix) : change;
  if (isLeft() || newer !== null) return;
  if (isRunUnderWay(run)) {
    void followRun(lab, run);
  } else {
    beginRun(lab, run);
    takeRunEvents(lab, run, events);
  }
}
