/** What somebody changed by hand in a lab that runs: read, followed, reverted, ignored. */
import { change, client, unwrap } from './client';
import { openSocket, type EventSocket } from './runEvents';
import type { Drift, Run } from './types';

export async function readDrift(id: string): Promise<Drift> {
  return await unwrap(client.GET('/api/labs/{lab_id}/drift', { params: { path: { lab_id: id } } }));
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
  return await change(() => client.POST('/api/labs/{lab_id}/drift/ignore', { params, body }));
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** Not signed in, not there, too many windows: asking again is of no use. */
const REFUSED_CODES = new Set([4401, 4404, 4429]);

/** Calls back at once and whenever the lab's drift may be another; returns how to stop. */
export function followDrift(
  id: string,
  onChange: () => void,
  open: (path: string) => EventSocket = openSocket,
): () => void {
  let socket: EventSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  const connect = () => {
    socket = open(`/ws/labs/${id}`);
    socket.onmessage = () => {
      failures = 0;
      onChange();
    };
    socket.onclose = ({ code }) => {
      if (REFUSED_CODES.has(code)) return;
      timer = setTimeout(connect, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures));
      failures += 1;
    };
  };
  connect();
  return () => {
    clearTimeout(timer);
    if (socket === null) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  };
}
