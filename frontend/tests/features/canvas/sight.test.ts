import { expect, test } from 'vitest';
import { fromTopology, type TopologyJson } from '@/doc';
import { FlowCache, partOf } from '@/features/canvas/flow';
import { NOTHING, partInSight, seenBox, stepTowards, type Part } from '@/features/canvas/sight';

const ROW: TopologyJson = {
  version: 'vethwork/v1',
  name: '',
  nodes: {
    left: { kind: 'host' },
    middle: { kind: 'switch' },
    right: { kind: 'host' },
    far: { kind: 'host' },
  },
  links: [
    { ends: ['left:eth0', 'middle:p1'] },
    { ends: ['right:eth0', 'middle:p2'] },
    { ends: ['left:eth1', 'right:eth1'] },
    { ends: ['right:eth2', 'far:eth0'] },
  ],
  layout: { left: [0, 0], middle: [1000, 0], right: [2000, 0], far: [3000, 0] },
  shapes: [
    { kind: 'region', text: '', at: [900, -50], size: [400, 200] },
    { kind: 'note', text: '', at: [2000, 300], size: [100, 50] },
  ],
};
const { projection } = fromTopology(ROW);
/** The middle alone lies in the window. */
const SEEN = seenBox([-700, 200, 1], 800, 600);

test('in sight are the cards and shapes in the window, and all links that may cross it', () => {
  const { nodes, links } = partInSight(projection, SEEN);
  const named = [...projection.nodes.values()].filter(({ id }) => nodes.has(id)).map(({ name }) => name);
  expect(named).toEqual(['middle']);
  expect(nodes.size).toBe(2);
  expect([...projection.links.keys()].map((id) => links.has(id))).toEqual([true, true, true, false]);
});

test('a link in sight has its ends, of which those out of sight are no cards', () => {
  const cache = new FlowCache();
  const none: ReadonlySet<string> = new Set();
  const cards = cache.nodes(projection, none, none, { dragged: null, resized: null });
  const lines = cache.edges(projection, none, null, null);
  const { nodes, edges } = partOf(cards, lines, partInSight(projection, SEEN));
  expect(nodes.map(({ type }) => type)).toEqual(['shape', 'anchor', 'card', 'anchor']);
  expect(edges).toEqual(lines.slice(0, 3));
  const again = partOf(cards, lines, partInSight(projection, SEEN)).nodes;
  expect(again.every((node, index) => node === nodes[index])).toBe(true);
});

test('what comes and goes does so in portions: cards before links, and nothing twice', () => {
  const ids = (name: string, count: number) =>
    new Set(Array.from({ length: count }, (_, number) => `${name}${number}`));
  const now: Part = { nodes: ids('old', 100), links: NOTHING.links };
  const wanted: Part = { nodes: ids('new', 30), links: ids('link', 20) };
  const steps = [now];
  for (;;) {
    const [last = now] = steps.slice(-1);
    const next = stepTowards(last, wanted);
    if (next === last) break;
    steps.push(next);
  }
  expect(steps.at(-1)).toEqual(wanted);
  const mostComing = Math.max(
    ...steps.slice(1).map(({ nodes, links }, index) => {
      const before = steps[index] ?? now;
      const come = [...nodes].filter((id) => !before.nodes.has(id));
      const linksCome = [...links].filter((id) => !before.links.has(id));
      return come.length + linksCome.length;
    }),
  );
  expect(mostComing).toBeLessThan(10);
  const linksFrom = steps.findIndex(({ links }) => links.size > 0);
  expect(steps[linksFrom]?.nodes).toEqual(wanted.nodes);
  expect(stepTowards(wanted, NOTHING).nodes.size).toBe(0);
});
