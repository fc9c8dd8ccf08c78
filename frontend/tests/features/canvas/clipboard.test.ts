import { expect, test } from 'vitest';
import { fromTopology, ops, toTopology, toYaml } from '@/doc';
import { TUTORIAL } from '../../doc/topologies';

test('a part of one lab goes into another; addresses that are free there stay', () => {
  const { projection } = fromTopology(TUTORIAL);
  const part = ops.copyNodes(projection, new Set(projection.nodes.keys()));
  const other = fromTopology({ version: 'vethwork/v1', name: 'other', nodes: {} });
  ops.pasteNodes(other, part, { x: 0, y: 0 });
  const { nodes, links } = toTopology(other.projection);
  expect(nodes).toEqual(TUTORIAL.nodes);
  expect(links).toEqual(TUTORIAL.links);
});

test('a copy is written as YAML: an entry a line, with quotes where a reader could stumble', () => {
  const text = toYaml({
    version: 'vethwork/v1',
    name: 'on',
    nodes: { no: { kind: 'host' }, a: { interfaces: { 'e.1': { addresses: ['10.0.0.1/24'], up: false } } } },
    links: [{ ends: ['no:e', 'a:e.1'], label: 'x: #1' }],
    expect: [],
    shapes: [{ kind: 'note', text: 'a\n"b"', at: [1, -2], size: [20, 20] }],
  });
  expect(text.split('\n')).toEqual([
    'version: vethwork/v1',
    'name: "on"',
    'nodes:',
    '  "no": {kind: host}',
    '  a: {interfaces: {e.1: {addresses: ["10.0.0.1/24"], up: false}}}',
    'links:',
    '  - {ends: ["no:e", "a:e.1"], label: "x: #1"}',
    'shapes:',
    '  - {kind: note, text: "a\\n\\"b\\"", at: [1, -2], size: [20, 20]}',
    '',
  ]);
});
