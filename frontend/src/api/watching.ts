/** A lab as it runs now: its traffic while somebody follows it, a node's tables, the way of packets. */
import { client, unwrap } from './client';
import { followSocket } from './followSocket';
import type { EventSocket } from './runEvents';
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

/** Calls back with what is told from the first whole on; returns how to stop, after which the host counts no more. */
export function followRates(
  lab: string,
  onRates: (rates: LinkRates) => void,
  open?: (path: string) => EventSocket,
): () => void {
  const connected = () => {
    let hasWhole = false;
    return (data: string) => {
      const rates = JSON.parse(data) as LinkRates;
      hasWhole ||= rates.whole;
      if (hasWhole) onRates(rates);
    };
  };
  return followSocket(`/ws/labs/${lab}/rates`, connected, { open });
}
