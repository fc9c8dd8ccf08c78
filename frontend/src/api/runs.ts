/** Runs: one attempt each to plan, apply, destroy or probe a lab. */
import { useQuery } from '@tanstack/react-query';
import { change, client, unwrap } from './client';
import type { Run, RunEvent, RunOrder } from './types';

export const runsKey = (labId: string) => ['runs', labId] as const;

export async function startRun(labId: string, order: RunOrder): Promise<Run> {
  const params = { path: { lab_id: labId } };
  const body = order as Required<RunOrder>;
  return change(() => client.POST('/api/labs/{lab_id}/runs', { params, body }));
}

export async function readRunEvents(runId: string, after: number): Promise<RunEvent[]> {
  const params = { path: { run_id: runId }, query: { after } };
  return unwrap(client.GET('/api/runs/{run_id}/events', { params }));
}

export function isRunUnderWay({ status }: Run): boolean {
  return status === 'queued' || status === 'running';
}

/** The newest first. */
export async function readRuns(labId: string): Promise<Run[]> {
  return unwrap(client.GET('/api/labs/{lab_id}/runs', { params: { path: { lab_id: labId } } }));
}

export function useRuns(labId: string) {
  return useQuery({
    queryKey: runsKey(labId),
    queryFn: () => readRuns(labId),
    refetchOnMount: 'always',
  });
}

/** All events of a run that is over never change again. */
export function useRunEvents(runId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['events', runId],
    queryFn: () => readRunEvents(runId, 0),
    staleTime: Infinity,
    enabled,
  });
}
