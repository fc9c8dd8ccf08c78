/** Layouts keep together what is in a group or a region, by the engine itself. */
import ELK from 'elkjs/lib/elk.bundled.js';
import { expect, test } from 'vitest';
import { cardBox, fromTopology, shapeBox, type Box, type Projection, type TopologyJson } from '@/doc';
import { framesOf } from '@/features/canvas/layout/frames';
import { elkGraph, placesFrom } from '@/features/canvas/layout/graph';
import { LAYOUTS, type LayoutKind } from '@/features/canvas/layout/kinds';
import { overlaps } from '@/features/canvas/sight';

const BUILDINGS = [0, 1, 2];
const HOSTS = [0, 1, 2, 3];

/** Three buildings as regions, each with an office as a group; of one office the switch stands outside. */
function campus(): Projection {
  const lab = {
    version: 'vethwork/v1',
    name: '',
    nodes: { core: { kind: 'router' } } as NonNullable<TopologyJson['nodes']>,
    links: [] as { ends: [string, string] }[],
    layout: { core: [0, -400] } as Record<string, [number, number]>,
    shapes: [] as NonNullable<TopologyJson['shapes']>[number][],
  };
  for (const building of BUILDINGS) {
    const [router, sw] = [`r${building}`, `s${building}`];
    Object.assign(lab.nodes, { [router]: { kind: 'router' }, [sw]: { kind: 'switch' } });
    lab.links.push({ ends: [`core:l${building}`, `${router}:up`] }, { ends: [`${router}:down`, `${sw}:up`] });
    Object.assign(lab.layout, { [router]: [building * 1000, 0], [sw]: [building * 1000, 100] });
    const hosts = HOSTS.map((host) => `h${building}${host}`);
    hosts.forEach((host, index) => {
      lab.nodes[host] = { kind: 'host' };
      lab.links.push({ ends: [`${host}:e0`, `${sw}:p${index}`] });
      lab.layout[host] = [building * 1000 + index * 200, 200];
    });
    lab.shapes.push(
      { kind: 'region', text: '', at: [building * 1000 - 20, -40], size: [900, 400] },
      { kind: 'group', members: building === 1 ? hosts : [sw, ...hosts] },
    );
  }
  return fromTopology(lab).projection;
}

const everything = (projection: Projection) => new Set(projection.nodes.keys());
const called = (projection: Projection, ...names: string[]) =>
  new Set([...projection.nodes.values()].flatMap(({ id, name }) => (names.includes(name) ? [id] : [])));

async function layOut(projection: Projection, ids: ReadonlySet<string>, kind: LayoutKind) {
  const { children = [] } = await new ELK().layout(elkGraph(projection, ids, kind));
  return placesFrom(projection, children);
}

const isInside = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

test.each(LAYOUTS)('%s: in a frame are its own nodes and no others', async (kind) => {
  const projection = campus();
  const { nodes, regions } = await layOut(projection, everything(projection), kind);
  expect([nodes.size, regions.size]).toEqual([projection.nodes.size, BUILDINGS.length]);
  const cards = [...nodes].map(([id, place]) => [id, cardBox(place)] as const);
  for (const [id, card] of cards)
    for (const [other, box] of cards) if (id !== other) expect(overlaps(card, box)).toBe(false);
  for (const { shape, members } of framesOf(projection, everything(projection)).flatMap((one) => [
    one,
    ...one.frames,
  ])) {
    const frame = regions.get(shape.id) ?? shapeBox(shape, (node) => nodes.get(node));
    if (frame === undefined) throw new Error('A frame has gone.');
    for (const [id, box] of cards)
      expect(members.has(id) ? isInside(box, frame) : !overlaps(box, frame)).toBe(true);
  }
});

test('groups lie in regions; what is not laid out as a whole is no frame', () => {
  const projection = campus();
  const shapes = (ids: ReadonlySet<string>) =>
    framesOf(projection, ids).map(({ shape, frames }) => [
      shape.kind,
      ...frames.map((one) => one.shape.kind),
    ]);
  expect(shapes(everything(projection))).toEqual(BUILDINGS.map(() => ['region', 'group']));
  expect(shapes(called(projection, 's0', 'h00', 'h01', 'h02', 'h03', 'core'))).toEqual([['group']]);
  expect(shapes(called(projection, 'core', 'h00', 'h01'))).toEqual([]);
});

test('a region across a group gives way to it', () => {
  const { projection } = fromTopology({
    version: 'vethwork/v1',
    name: '',
    nodes: { a: { kind: 'host' }, b: { kind: 'host' }, c: { kind: 'host' } },
    layout: { a: [0, 0], b: [200, 0], c: [400, 0] },
    shapes: [
      { kind: 'region', text: '', at: [150, -20], size: [500, 200] },
      { kind: 'group', members: ['a', 'b'] },
    ],
  });
  expect(framesOf(projection, everything(projection)).map(({ shape }) => shape.kind)).toEqual(['group']);
});
