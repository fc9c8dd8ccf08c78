import { expect, test } from 'vitest';
import { fromTopology, ops, type TopologyJson } from '@/doc';
import { FlowCache } from '@/features/canvas/flow';
import { TUTORIAL } from '../../doc/topologies';

const NOTHING: ReadonlySet<string> = new Set();

test('what did not change keeps its object, so that the canvas does not render it again', () => {
  const doc = fromTopology(TUTORIAL);
  const cache = new FlowCache();
  const nodes = cache.nodes(doc.projection, NOTHING, null);
  const edges = cache.edges(doc.projection, NOTHING);
  const [moved = ''] = doc.projection.nodes.keys();
  ops.moveNodes(doc, new Map([[moved, { x: 77, y: 7 }]]));
  const after = cache.nodes(doc.projection, NOTHING, null);
  expect(after.map((node, index) => node === nodes[index])).toEqual([false, true, true]);
  expect(cache.edges(doc.projection, NOTHING).every((edge, index) => edge === edges[index])).toBe(true);
});

test('a drag moves its card without touching the document', () => {
  const doc = fromTopology(TUTORIAL);
  const cache = new FlowCache();
  const [dragged = ''] = doc.projection.nodes.keys();
  const before = doc.projection;
  const [first] = cache.nodes(doc.projection, NOTHING, new Map([[dragged, { x: 500, y: 5 }]]));
  expect(first?.position).toEqual({ x: 500, y: 5 });
  expect(doc.projection).toBe(before);
});

test('parallel links get different offsets, also when they are drawn from the other end', () => {
  const parallel: TopologyJson = {
    version: 'vethwork/v1',
    name: '',
    nodes: { a: { kind: 'host' }, b: { kind: 'host' } },
    links: [{ ends: ['a:eth0', 'b:eth0'] }, { ends: ['b:eth1', 'a:eth1'] }],
  };
  const { projection } = fromTopology(parallel);
  const edges = new FlowCache().edges(projection, NOTHING);
  const [a] = projection.nodes.keys();
  const sideways = edges.map((edge) => (edge.data?.offset_px ?? 0) * (edge.source === a ? 1 : -1));
  expect(new Set(sideways).size).toBe(2);
  expect(Math.abs(sideways.reduce((sum, one) => sum + one, 0))).toBe(0);
});

test('a link whose node was removed at the other side is not drawn', () => {
  const doc = fromTopology(TUTORIAL);
  const [first = ''] = doc.projection.nodes.keys();
  doc.ydoc.transact(() => doc.nodes.delete(first));
  expect(new FlowCache().edges(doc.projection, NOTHING)).toHaveLength(1);
});
