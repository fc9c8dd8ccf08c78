import { expect, test } from 'vitest';
import { fromTopology, ops, type TopologyJson } from '@/doc';
import { FlowCache, type InHand } from '@/features/canvas/flow';
import { TUTORIAL } from '../../doc/topologies';

const NOTHING: ReadonlySet<string> = new Set();
const EMPTY_HAND: InHand = { dragged: null, resized: null };

test('what did not change keeps its object, so that the canvas does not render it again', () => {
  const doc = fromTopology(TUTORIAL);
  const cache = new FlowCache();
  const nodes = cache.nodes(doc.projection, NOTHING, NOTHING, EMPTY_HAND);
  const edges = cache.edges(doc.projection, NOTHING, null, null);
  const [moved = ''] = doc.projection.nodes.keys();
  ops.moveNodes(doc, new Map([[moved, { x: 77, y: 7 }]]));
  const after = cache.nodes(doc.projection, NOTHING, NOTHING, EMPTY_HAND);
  expect(after.map((node, index) => node === nodes[index])).toEqual([false, true, true]);
  expect(cache.edges(doc.projection, NOTHING, null, null).every((edge, index) => edge === edges[index])).toBe(
    true,
  );
});

test('a drag moves its card without touching the document', () => {
  const doc = fromTopology(TUTORIAL);
  const cache = new FlowCache();
  const [dragged = ''] = doc.projection.nodes.keys();
  const before = doc.projection;
  const [first] = cache.nodes(doc.projection, NOTHING, NOTHING, {
    ...EMPTY_HAND,
    dragged: new Map([[dragged, { x: 500, y: 5 }]]),
  });
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
  const edges = new FlowCache().edges(projection, NOTHING, null, null);
  const [a] = projection.nodes.keys();
  const sideways = edges.map((edge) => (edge.data?.offset_px ?? 0) * (edge.source === a ? 1 : -1));
  expect(new Set(sideways).size).toBe(2);
  expect(Math.abs(sideways.reduce((sum, one) => sum + one, 0))).toBe(0);
});

test('a link whose node was removed at the other side is not drawn', () => {
  const doc = fromTopology(TUTORIAL);
  const [first = ''] = doc.projection.nodes.keys();
  doc.ydoc.transact(() => doc.nodes.delete(first));
  expect(new FlowCache().edges(doc.projection, NOTHING, null, null)).toHaveLength(1);
});

test('a group is as large as its nodes need while one of them is dragged; a note moves by itself', () => {
  const shapes: TopologyJson['shapes'] = [
    { kind: 'group', members: ['netns1', 'sw1'] },
    { kind: 'note', text: 'n', at: [0, 0], size: [100, 50] },
  ];
  const { projection } = fromTopology({ ...TUTORIAL, shapes });
  const [group = '', note = ''] = projection.shapes.keys();
  const [first = ''] = projection.nodes.keys();
  const dragged = new Map([
    [first, { x: -100, y: 0 }],
    [note, { x: 7, y: 8 }],
  ]);
  const flows = new FlowCache().nodes(projection, NOTHING, new Set([group]), { dragged, resized: null });
  expect(flows.slice(0, 2)).toMatchObject([
    { id: group, position: { x: -120, y: -40 }, width: 516, height: 220, selected: true },
    { id: note, position: { x: 7, y: 8 }, width: 100, selected: false },
  ]);
});

test('bends come along with a link both of whose ends are dragged', () => {
  const links = [{ ends: ['netns1:veth11', 'sw1:veth13'] as [string, string], bends: [[50, 60] as const] }];
  const { projection } = fromTopology({ ...TUTORIAL, links });
  const [a = '', , b = ''] = projection.nodes.keys();
  const by10 = (id: string) =>
    [
      id,
      { x: (projection.positions.get(id)?.x ?? 0) + 10, y: projection.positions.get(id)?.y ?? 0 },
    ] as const;
  const cache = new FlowCache();
  expect(cache.edges(projection, NOTHING, new Map([by10(a), by10(b)]), null)[0]?.data?.bends).toEqual([
    { x: 60, y: 60 },
  ]);
  expect(cache.edges(projection, NOTHING, new Map([by10(a)]), null)[0]?.data?.bends).toEqual([
    { x: 50, y: 60 },
  ]);
});
