/** A lab as it runs now: its traffic while somebody follows it, a node's tables, the way of packets. */
import { client, unwrap } from './client';
import { openSocket, type EventSocket } from './runEvents';
import type { LinkRates, NodeSeen, PathTraced } from './types';

export async function observeNode(lab: string, node: string): Promise<NodeSeen> {
  const params = { path: { lab_id: lab, node } };
  return await unwrap(client.GET('/api/labs/{lab_id}/nodes/{node}/observed', { params }));
}

export interface PathQuestion {
  source: string;
  /** An address. */
  target: string;
  probe: string;
}

export async function tracePath(lab: string, question: PathQuestion): Promise<PathTraced> {
  const params = { path: { lab_id: lab }, query: { ...question } };
  return await unwrap(client.GET('/api/labs/{lab_id}/path', { params }));
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** Not signed in, not allowed, not there, too many windows: asking again is of no use. */
const REFUSED_CODES = new Set([4401, 4403, 4404, 4429]);

/** Calls back with what is told from the first whole on; returns how to stop, after which the host counts no more. */
export function followRates(
  lab: string,
  onRates: (rates: LinkRates) => void,
  open: (path: string) => EventSocket = openSocket,
): () => void {
  let socket: EventSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  const connect = () => {
    let hasWhole = false;
    socket = open(`/ws/labs/${lab}/rates`);
    socket.onmessage = ({ data }) => {
      failures = 0;
      const rates = JSON.parse(data) as LinkRates;
      hasWhole ||= rates.whole;
      if (hasWhole) onRates(rates);
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
