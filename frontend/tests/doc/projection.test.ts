import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { elementAt, fromTopology, LabDocument, ops, toTopology, writtenLinks } from '@/doc';
import { TUTORIAL } from './topologies';

test('an edit of one node leaves every other object the same one', () => {
  const doc = fromTopology(TUTORIAL);
  const before = doc.projection;
  const [first, second] = [...before.nodes.values()];
  ops.setNodeField(doc, first?.id ?? '', 'hostname', 'web');
  const after = doc.projection;
  expect(after.nodes.get(first?.id ?? '')).not.toBe(first);
  expect(after.nodes.get(second?.id ?? '')).toBe(second);
  expect(after.links).toBe(before.links);
  expect(after.positions).toBe(before.positions);
});

test('a move touches positions only', () => {
  const doc = fromTopology(TUTORIAL);
  const before = doc.projection;
  const [id = ''] = before.nodes.keys();
  ops.moveNodes(doc, new Map([[id, { x: 1, y: 2 }]]));
  expect(doc.projection.nodes).toBe(before.nodes);
  expect(doc.projection.positions.get(id)).toEqual({ x: 1, y: 2 });
});

test('listeners hear once of a transaction, whatever it touches', () => {
  const doc = fromTopology(TUTORIAL);
  let heard = 0;
  doc.subscribe(() => (heard += 1));
  ops.removeElements(doc, { nodes: [...doc.projection.nodes.keys()] });
  expect(heard).toBe(1);
});

test('two copies that edit apart agree after they exchange updates', () => {
  const one = fromTopology(TUTORIAL);
  const two = new LabDocument(new Y.Doc());
  Y.applyUpdate(two.ydoc, Y.encodeStateAsUpdate(one.ydoc));
  const [first = '', second = ''] = one.projection.nodes.keys();
  ops.addLink(one, { node: first }, { node: second });
  ops.removeElements(two, { nodes: [second] });
  Y.applyUpdate(two.ydoc, Y.encodeStateAsUpdate(one.ydoc));
  Y.applyUpdate(one.ydoc, Y.encodeStateAsUpdate(two.ydoc));
  expect(toTopology(two.projection)).toEqual(toTopology(one.projection));
  expect(writtenLinks(one.projection)).toHaveLength(1);
});

test('paths of the server lead to the element, or to the nearest one above it', () => {
  const { projection } = fromTopology(TUTORIAL);
  const node = [...projection.nodes.values()][1];
  const port = node?.interfaces.find((one) => one.name === 'veth22');
  const link = [...projection.links.keys()][1];
  expect(elementAt(projection, 'nodes/netns2/interfaces/veth22')).toEqual({
    type: 'interface',
    node: node?.id,
    interface: port?.id,
  });
  expect(elementAt(projection, 'nodes/netns2/interfaces/none')).toEqual({ type: 'node', node: node?.id });
  expect(elementAt(projection, 'nodes/netns2/routes/0')).toMatchObject({ type: 'route', node: node?.id });
  expect(elementAt(projection, 'links/1')).toEqual({ type: 'link', link });
  expect(elementAt(projection, 'expect/2')).toMatchObject({ type: 'expectation' });
  expect(elementAt(projection, 'links/9')).toEqual({ type: 'lab' });
  expect(elementAt(projection, '')).toEqual({ type: 'lab' });
});
