import { expect, test } from 'vitest';
import { elementAt, fromTopology, toTopology, type WholeTopology } from '@/doc';
import { generated, TUTORIAL } from './topologies';

test('a drawing comes back as it was, with the order of its nodes, links and expectations', () => {
  const back = toTopology(fromTopology(TUTORIAL).projection);
  expect(JSON.stringify(back.nodes)).toBe(JSON.stringify(TUTORIAL.nodes));
  expect(back).toEqual(TUTORIAL);
});

test('a document without anything in it opens empty, and is written whole', () => {
  expect(toTopology(fromTopology({}).projection)).toEqual({ version: 'vethwork/v1', name: '', nodes: {} });
});

test('what the document leaves out because it goes without saying is not written either', () => {
  const topology = {
    version: 'vethwork/v1',
    name: 'short',
    nodes: { a: {}, b: { interfaces: { eth0: {} } } },
    links: [{ ends: ['a:eth0', 'b:eth0'] as [string, string] }],
    expect: [{ from: 'a', to: 'b' }],
    layout: { a: [0, 0] as [number, number], b: [300, 0] as [number, number] },
  };
  const { projection } = fromTopology(topology);
  expect([...projection.nodes.values()].map((node) => node.kind)).toEqual(['host', 'host']);
  expect([...projection.expectations.values()].map((one) => one.probe)).toEqual(['ping']);
  expect(toTopology(projection)).toEqual(topology);
});

test('generated drawings come back as they were, with fields that are not edited here', () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const topology = generated(seed);
    const back = toTopology(fromTopology(topology).projection);
    expect(back).toEqual(topology);
    expect(Object.keys(back.nodes)).toEqual(Object.keys(topology.nodes));
  }
});

test('a link to a node that is not drawn is kept, and so is what a person must still correct', () => {
  const topology = { ...TUTORIAL, links: [{ ends: ['netns1:veth11', 'gone:eth0'] as [string, string] }] };
  expect(toTopology(fromTopology(topology).projection).links).toEqual(topology.links);
});

test('an interface that only a link names is not listed under its node', () => {
  const { nodes } = toTopology(fromTopology(TUTORIAL).projection);
  expect(Object.keys(nodes.sw1?.interfaces ?? {})).toEqual(['sw1']);
});

test('notes, regions and groups come back as they were, and a name that nobody has stays in its group', () => {
  const shapes: WholeTopology['shapes'] = [
    { kind: 'note', text: 'two\nlines', at: [1, 2], size: [200, 80], color: 'yellow' },
    { kind: 'region', at: [-50, 0], size: [800, 600] },
    { kind: 'group', text: 'left', members: ['netns1', 'sw1', 'nobody'] },
  ];
  const { projection } = fromTopology({ ...TUTORIAL, shapes });
  expect([...projection.shapes.values()].map((one) => one.color)).toEqual(['yellow', 'grey', 'grey']);
  expect([...projection.shapes.values()][2]?.members).toHaveLength(2);
  expect(toTopology(projection)).toEqual({ ...TUTORIAL, shapes });
  expect(elementAt(projection, 'shapes/1')).toEqual({
    type: 'shape',
    shape: [...projection.shapes.keys()][1],
  });
});

test('nodes without a place get one each, on top of no other', () => {
  const { layout, ...unplaced } = TUTORIAL;
  const places = [...fromTopology(unplaced).projection.positions.values()].map(({ x, y }) => `${x} ${y}`);
  expect(new Set(places).size).toBe(3);
});
