import { expect, test } from 'vitest';
import { fromTopology, ops } from '@/doc';
import { countExpected, expectedCells, statedExpectations, verdictOf } from '@/state/expected';
import { cellIndex, emptyMatrix, fillCells } from '@/state/matrix';
import { OUTCOME } from '@/state/outcomes';
import { TUTORIAL } from '../doc/topologies';

const MATRIX = emptyMatrix(
  ['h1', 'h2'],
  [
    { node: 'h1', interface: 'eth0', address: '10.0.1.1' },
    { node: 'h1', interface: 'eth0', address: 'fd00:0:0:1::1' },
    { node: 'h2', interface: 'eth0', address: '10.0.1.2' },
    { node: 'h2', interface: 'eth1', address: '10.0.2.2' },
    { node: '', interface: '', address: '8.8.8.8' },
  ],
  ['ping', 'tcp/80'],
);
const at = (probe: number, source: number, target: number) => cellIndex(MATRIX, probe, source, target);

test('an expectation speaks of the cells that its words name', () => {
  const cells = expectedCells(MATRIX, [
    { from: 'h2', to: 'h1', probe: 'ping' },
    { from: 'h1', to: 'h2:eth1', probe: 'tcp/80', outcome: 'blocked' },
    { from: 'h2', to: 'h1:eth0', probe: 'tcp/80' },
    { from: 'h1', to: '8.8.8.8', probe: 'ping' },
    { from: 'h2', to: 'FD00::1:0:0:0:1', probe: 'ping' },
  ]);
  expect(cells.get(at(0, 1, 0))).toEqual({ outcome: 'reached', expectations: [0] });
  expect(cells.get(at(1, 0, 3))).toEqual({ outcome: 'blocked', expectations: [1] });
  expect(cells.get(at(1, 1, 0))?.expectations).toEqual([2]);
  expect(cells.get(at(1, 1, 1))?.expectations).toEqual([2]);
  expect(cells.get(at(0, 0, 4))?.expectations).toEqual([3]);
  expect(cells.get(at(0, 1, 1))?.expectations).toEqual([4]);
  expect(cells.size).toBe(6);
});

test('what was not asked is not held against anybody', () => {
  const cells = expectedCells(MATRIX, [
    { from: 'gone', to: 'h1', probe: 'ping' },
    { from: 'h1', to: 'h2', probe: 'udp/53' },
    { from: 'h1', to: 'nobody', probe: 'ping' },
  ]);
  expect(cells.size).toBe(0);
});

test('only an answer counts as reached, and anything else as blocked', () => {
  expect(verdictOf('reached', OUTCOME.reached)).toBe('met');
  expect(verdictOf('blocked', OUTCOME.reached)).toBe('missed');
  for (const code of [OUTCOME.refused, OUTCOME.timed_out, OUTCOME.no_route, OUTCOME.source_down]) {
    expect(verdictOf('reached', code)).toBe('missed');
    expect(verdictOf('blocked', code)).toBe('met');
  }
  expect(verdictOf('reached', OUTCOME.pending)).toBe('open');
});

test('expectations are counted over all probes or one', () => {
  const expected = expectedCells(MATRIX, [
    { from: 'h1', to: 'h2', probe: 'ping' },
    { from: 'h1', to: 'h2', probe: 'tcp/80' },
    { from: 'h2', to: 'h1', probe: 'tcp/80' },
  ]);
  const filled = fillCells(MATRIX, [0, 2, 0, OUTCOME.reached, 9, 0, 2, 1, OUTCOME.refused, -1]);
  expect(countExpected(filled, expected)).toEqual({ met: 1, missed: 1, open: 1, unstated: 17 });
  expect(countExpected(filled, expected, 0)).toEqual({ met: 1, missed: 0, open: 0, unstated: 9 });
});

test('a rename after the run does not part an expectation from its cell', () => {
  const doc = fromTopology(TUTORIAL);
  const then = doc.projection;
  const [first] = then.nodes.values();
  ops.renameNode(doc, first?.id ?? '', 'renamed');
  const [stated] = statedExpectations(doc.projection, then);
  expect(stated).toMatchObject({ from: 'netns1', to: 'netns2', probe: 'ping' });
});
