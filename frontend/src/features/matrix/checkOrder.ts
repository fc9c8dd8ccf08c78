/** What a matrix check is to ask, as it is chosen before the run. */
import type { RunOrder } from '@/api';

export interface CheckOrder {
  probes: readonly string[];
  /** Null for all. */
  nodes: ReadonlySet<string> | null;
  timeout_ms: number;
  seedNeighbours: boolean;
}

export const MAX_PROBES = 8;
export const TIMEOUT_MS = { least: 50, most: 10_000, usual: 1000 } as const;
const LAST_PORT = 65_535;

/** Reads `ping`, `tcp/PORT` or `udp/PORT`; nothing when it is none of them. */
export function readProbe(text: string): string | null {
  const probe = text.trim().toLowerCase().replace(/\s+/, '/');
  if (probe === 'ping') return probe;
  const [, protocol = '', port = ''] = /^(tcp|udp)\/([0-9]{1,5})$/.exec(probe) ?? [];
  const number = Number(port);
  return protocol !== '' && number >= 1 && number <= LAST_PORT ? `${protocol}/${number}` : null;
}

export function isTimeout(timeout_ms: number): boolean {
  return Number.isInteger(timeout_ms) && timeout_ms >= TIMEOUT_MS.least && timeout_ms <= TIMEOUT_MS.most;
}

export function toRunOrder(order: CheckOrder): Omit<RunOrder, 'kind'> {
  return {
    probes: [...order.probes],
    ...(order.nodes && { nodes: [...order.nodes] }),
    timeout_ms: order.timeout_ms,
    seed_neighbours: order.seedNeighbours,
  };
}
