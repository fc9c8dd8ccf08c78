import { expect, test } from 'vitest';
import { fromTopology, toTopology, type WholeTopology } from '@/doc';
import { insertShape } from '@/features/shapes';

const SHAPE: WholeTopology = {
  version: 'vethwork/v1',
  name: 'ring',
  routing: 'automatic',
  nodes: { r1: { kind: 'router' }, r2: { kind: 'router' } },
  links: [{ ends: ['r1:eth0', 'r2:eth0'] }],
  layout: { r1: [-100, -50], r2: [100, -50] },
};

test('a shape comes below what is drawn under new names, with its routing, as one step of undo', () => {
  const drawn = { ...SHAPE, name: 'mine', routing: undefined };
  const doc = fromTopology(drawn);
  const before = toTopology(doc.projection);
  insertShape(doc, SHAPE);
  const after = toTopology(doc.projection);
  expect(Object.keys(after.nodes)).toEqual(['r1', 'r2', 'r3', 'r4']);
  expect(after.name).toBe('mine');
  expect(after.routing).toBe('automatic');
  expect(after.layout?.r3).toEqual([-100, 100]);
  expect(after.links?.[1]?.ends).toEqual(['r3:eth0', 'r4:eth0']);
  doc.undo();
  expect(toTopology(doc.projection)).toEqual(before);
});
