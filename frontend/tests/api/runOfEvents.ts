/** A whole run as its events, to be cut, doubled and shuffled. */
import type { Run, RunEvent } from '@/api';
import { seeded } from '../doc/topologies';

export function aRun(kind: Run['kind'], fields: Partial<Run> = {}): Run {
  return {
    id: `00000000-0000-4000-8000-00000000000${kind.length}`,
    lab_id: '00000000-0000-4000-8000-0000000000aa',
    kind,
    status: 'queued',
    started_at: null,
    finished_at: null,
    summary: '',
    revision: 1,
    ...fields,
  };
}

type Body = RunEvent extends infer Event
  ? Event extends RunEvent
    ? Omit<Event, 'seq' | 'at'>
    : never
  : never;

/** Numbers what happened from 1, a tenth of a second apart. */
export function numbered(bodies: readonly Body[]): RunEvent[] {
  return bodies.map((body, index) => ({ ...body, seq: index + 1, at: 1000 + index / 10 }));
}

const NODES = ['a', 'b', 'c', 'd'];

/** A matrix of four nodes by two probes, its cells in batches of random size. */
export function matrixEvents(seed: number): RunEvent[] {
  const random = seeded(seed);
  const cells = NODES.flatMap((_, source) =>
    NODES.flatMap((__, target) =>
      [0, 1].map((probe) => {
        const outcome = 1 + Math.floor(random() * 8);
        return [source, target, probe, outcome, outcome === 1 ? Math.floor(random() * 5000) : -1];
      }),
    ),
  );
  const batches: Body[] = [];
  while (cells.length > 0) {
    batches.push({ type: 'cells', cells: cells.splice(0, 1 + Math.floor(random() * 6)).flat() });
  }
  return numbered([
    { type: 'started', kind: 'matrix', lab: 'x', attempt: 1 },
    { type: 'note', text: 'the gateway stands in for the host' },
    {
      type: 'matrix_started',
      sources: NODES,
      targets: NODES.map((node, index) => ({ node, interface: 'eth0', address: `10.0.1.${index + 1}` })),
      probes: ['ping', 'tcp/80'],
    },
    ...batches,
    {
      type: 'matrix_finished',
      counts: {},
      expected: { met: 1, missed: 0, unstated: 31 },
      verdicts: [{ expect: 0, met: true, outcome: 1, reason: 'an answer came back' }],
    },
    { type: 'finished', status: 'succeeded', summary: 'done' },
  ]);
}

export const APPLY_EVENTS: RunEvent[] = numbered([
  { type: 'started', kind: 'apply', lab: 'x', attempt: 1 },
  {
    type: 'planned',
    operations: [
      { text: 'create namespace a', commands: ['ip netns add a'], element: 'nodes/a' },
      {
        text: 'create cable a:eth0 -- b:eth0',
        commands: ['ip link add x', 'ip link set x up'],
        element: 'links/0',
      },
    ],
    total: 2,
  },
  { type: 'progress', done: 1, total: 2, text: 'create namespace a' },
  { type: 'progress', done: 2, total: 2, text: 'create cable a:eth0 -- b:eth0' },
  { type: 'node_states', states: { a: 'up', b: 'up' } },
  { type: 'link_states', states: { '0': 'up' } },
  { type: 'finished', status: 'succeeded', summary: '2 operations done' },
]);
