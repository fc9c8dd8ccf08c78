import { expect, test } from 'vitest';
import { fromTopology, type Projection, type TopologyJson } from '@/doc';
import { enclosed } from '@/features/canvas/far/enclosed';
import { thingAt } from '@/features/canvas/far/thingAt';

const DRAWN: TopologyJson = {
  version: 'vethwork/v1',
  name: '',
  nodes: { a: { kind: 'host' }, b: { kind: 'host' }, c: { kind: 'host' } },
  links: [{ ends: ['a:eth0', 'b:eth0'] }, { ends: ['b:eth1', 'c:eth0'], bends: [[1000, 400]] }],
  layout: { a: [0, 0], b: [1000, 0], c: [2000, 0] },
  shapes: [
    { kind: 'region', text: '', at: [-100, -100], size: [400, 300] },
    { kind: 'note', text: '', at: [400, 100], size: [100, 50] },
  ],
};
const { projection } = fromTopology(DRAWN);

function found(drawing: Projection, x: number, y: number): string | null {
  const thing = thingAt(drawing, { x, y }, 6);
  if (thing === null) return null;
  const order = { node: drawing.nodes, link: drawing.links, shape: drawing.shapes }[thing.type];
  return `${thing.type} ${[...order.keys()].indexOf(thing.id)}`;
}

test('cards lie over links, links over frames, and a region is nothing but its frame', () => {
  expect(found(projection, 100, 30)).toBe('node 0');
  expect(found(projection, 600, 33)).toBe('link 0');
  expect(found(projection, 600, 60)).toBe(null);
  expect(found(projection, 300, 30)).toBe('link 0');
  expect(found(projection, 302, 150)).toBe('shape 0');
  expect(found(projection, 200, 150)).toBe(null);
  expect(found(projection, 450, 120)).toBe('shape 1');
});

test('a bent link is where its bends lead it', () => {
  expect(found(projection, 1044, 215)).toBe('link 1');
  expect(found(projection, 1600, 30)).toBe(null);
});

test('of two cards at one place the one drawn last is meant', () => {
  const positions = new Map([...projection.positions.keys()].map((id) => [id, { x: 0, y: 0 }]));
  expect(found({ ...projection, positions }, 10, 10)).toBe('node 2');
});

test('a rectangle takes what it touches, links of that, and regions only as a whole', () => {
  const touched = enclosed(projection, { x: 150, y: 40, width: 300, height: 100 });
  expect([touched.nodes.size, touched.links.size, touched.shapes.size]).toEqual([1, 1, 1]);
  const all = enclosed(projection, { x: -200, y: -200, width: 3000, height: 1000 });
  expect([all.nodes.size, all.links.size, all.shapes.size]).toEqual([3, 2, 2]);
});
