/** A small matrix with something of everything. */
import type { ExpectationJson } from '@/doc';
import { shownMatrix, type Look, type ShownMatrix } from '@/features/matrix/shownMatrix';
import { fromTopology } from '@/doc';
import { newRunState, takeEvents } from '@/state/runState';
import { OUTCOME } from '@/state/outcomes';
import { aRun, numbered } from '../../api/runOfEvents';

const { reached, refused, timed_out } = OUTCOME;

export const EXPECTATIONS: ExpectationJson[] = [
  { from: 'a', to: 'b', probe: 'ping' },
  { from: 'b', to: 'a', probe: 'ping', outcome: 'blocked' },
  { from: 'a', to: 'b', probe: 'tcp/80' },
];

export const TOPOLOGY = {
  version: 'vethwork/v1',
  name: 'two',
  nodes: { a: { kind: 'host' as const }, b: { kind: 'host' as const } },
  links: [{ ends: ['a:eth0', 'b:eth0'] as [string, string] }],
  expect: EXPECTATIONS,
};

export const EVENTS = numbered([
  { type: 'started', kind: 'matrix', lab: 'x', attempt: 1 },
  {
    type: 'matrix_started',
    sources: ['a', 'b'],
    targets: [
      { node: 'a', interface: 'eth0', address: '10.0.1.1' },
      { node: 'b', interface: 'eth0', address: '10.0.1.2' },
      { node: 'b', interface: 'eth0', address: 'fd00::2' },
    ],
    probes: ['ping', 'tcp/80'],
  },
  {
    type: 'cells',
    cells: [
      ...[0, 0, 0, reached, 10, 0, 1, 0, reached, 40, 0, 2, 0, timed_out, -1],
      ...[1, 0, 0, reached, 30, 1, 1, 0, reached, 20, 1, 2, 0, reached, 25],
      ...[0, 0, 1, reached, 11, 0, 1, 1, refused, -1, 0, 2, 1, timed_out, -1],
      ...[1, 0, 1, reached, 31, 1, 1, 1, reached, 21, 1, 2, 1, reached, 26],
    ],
  },
  {
    type: 'matrix_finished',
    counts: {},
    expected: { met: 1, missed: 2, unstated: 9 },
    verdicts: [
      { expect: 0, met: true, outcome: reached, reason: 'an answer came back' },
      { expect: 1, met: false, outcome: reached, reason: 'an answer came back' },
      { expect: 2, met: false, outcome: refused, reason: 'lo of b listens to nobody' },
    ],
  },
  { type: 'finished', status: 'succeeded', summary: 'done' },
]);

export function shownOf(look: Partial<Look> = {}, events = EVENTS): ShownMatrix {
  const run = takeEvents(newRunState(aRun('matrix')), events);
  if (run.matrix === null) throw new Error('These events have no matrix.');
  const { projection } = fromTopology(TOPOLOGY);
  const drawing = { now: projection, then: projection };
  return shownMatrix(run, run.matrix, drawing, { probe: null, family: 'all', layout: 'map', ...look });
}
