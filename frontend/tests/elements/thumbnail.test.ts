import { expect, test } from 'vitest';
import { linkPath, thumbnailPicture, cardPaths } from '@/elements/thumbnailGeometry';
import { generated, TUTORIAL } from '../doc/topologies';

test.each(Array.from({ length: 20 }, (_, seed) => seed))(
  'all of a drawing lies in its picture (seed %i)',
  (seed) => {
    const topology = generated(seed);
    const { nodes, tile_px } = thumbnailPicture(topology, 300, 140);
    expect(nodes.map((node) => node.name).sort()).toEqual(Object.keys(topology.nodes).sort());
    for (const { x, y } of nodes) {
      expect(x - tile_px / 2).toBeGreaterThanOrEqual(0);
      expect(x + tile_px / 2).toBeLessThanOrEqual(300);
      expect(y - tile_px / 2).toBeGreaterThanOrEqual(0);
      expect(y + tile_px / 2).toBeLessThanOrEqual(140);
    }
  },
);

test('links join their nodes, and a node without a place is there all the same', () => {
  const { layout: _, ...unplaced } = TUTORIAL;
  const { nodes, links } = thumbnailPicture(unplaced, 300, 140);
  expect(links.map(({ from, to }) => [from.name, to.name])).toEqual([
    ['netns1', 'sw1'],
    ['netns2', 'sw1'],
  ]);
  expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
});

test('an empty drawing is an empty picture', () => {
  expect(thumbnailPicture({ ...TUTORIAL, nodes: {}, links: [] }, 300, 140).nodes).toEqual([]);
});

test('a large drawing has one line for its links and one for the nodes of each kind', () => {
  const names = Array.from({ length: 400 }, (_, index) => `n${index}`);
  const nodes = Object.fromEntries(
    names.map((name, index) => [name, { kind: index % 8 ? 'host' : 'switch' }] as const),
  );
  const picture = thumbnailPicture({ ...TUTORIAL, nodes, links: [{ ends: ['n0:p1', 'n1:e'] }] }, 300, 140);
  const count = (path: string | undefined) => path?.match(/M/g)?.length;
  const paths = new Map(cardPaths(picture));
  expect([...paths.keys()].sort()).toEqual(['host', 'switch']);
  expect([count(paths.get('host')), count(paths.get('switch')), count(linkPath(picture))]).toEqual([
    350, 50, 1,
  ]);
});
