import { useQuery } from '@tanstack/react-query';
import { isRunUnderWay, labQuery, type Lab, type LabState } from '@/api';
import { useLab } from '@/state/lab';
import { useRun } from '@/state/run';
import type { RunState } from '@/state/runState';

const ASK_AGAIN_MS = 700;

/**
 * How the lab stands. A run's end reaches the browser before it is on record: until then the server is not sure of
 * what is known here already.
 */
export function useLabState(): LabState | undefined {
  const { id } = useLab();
  const change = useRun((runs) => runs.change);
  const { data } = useQuery({
    ...labQuery(id),
    refetchInterval: ({ state }) => (state.data && isUnrecorded(state.data, change) ? ASK_AGAIN_MS : false),
  });
  if (data === undefined || !isUnrecorded(data, change)) return data?.state;
  return change?.run.kind === 'destroy' ? 'empty' : 'running';
}

function isUnrecorded({ state, last_runs: { apply } }: Lab, change: RunState | null): boolean {
  if (state !== 'unknown' || change?.status !== 'succeeded') return false;
  if (change.run.kind === 'destroy') return true;
  return apply !== null && apply.id === change.run.id && isRunUnderWay(apply);
}
