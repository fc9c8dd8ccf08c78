/** What somebody changed by hand in a lab that runs: read, followed, reverted, ignored. */
import { inWords } from '@/i18n';
import { change, client, unwrap } from './client';
import { followSocket } from './followSocket';
import type { EventSocket } from './runEvents';
import type { Drift, Run } from './types';

export async function readDrift(id: string): Promise<Drift> {
  return inWords(await unwrap(client.GET('/api/labs/{lab_id}/drift', { params: { path: { lab_id: id } } })));
}

/** Applies anew what was applied last, to these nodes; without any, to all. */
export async function revertDrift(id: string, nodes?: readonly string[]): Promise<Run> {
  const params = { path: { lab_id: id } };
  const body = nodes === undefined ? {} : { nodes: [...nodes] };
  return await change(() => client.POST('/api/labs/{lab_id}/drift/revert', { params, body }));
}

/** Has these differences, and no others, count as none. */
export async function ignoreDrift(id: string, items: readonly string[]): Promise<Drift> {
  const params = { path: { lab_id: id } };
  const body = { items: [...items] };
  return inWords(await change(() => client.POST('/api/labs/{lab_id}/drift/ignore', { params, body })));
}

/** Calls back at once and whenever the lab's drift may be another; returns how to stop. */
export function followDrift(
  id: string,
  onChange: () => void,
  open?: (path: string) => EventSocket,
): () => void {
  return followSocket(`/ws/labs/${id}`, () => () => onChange(), { open });
}
