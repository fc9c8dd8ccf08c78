/** What is at a place of the canvas, where there are no elements of the page that could tell. */
import { cardBox, cardMiddle, shapeBox, type Box, type DocLink, type Point, type Projection } from '@/doc';
import { contains } from '../sight';

export interface Thing {
  type: 'node' | 'link' | 'shape';
  id: string;
}

/** The uppermost card, note, link, or frame of a region or group; `reach` is how far beside a line one may point. */
export function thingAt(projection: Projection, at: Point, reach: number): Thing | null {
  return (
    lastThing('node', projection.nodes.keys(), (id) => {
      const place = projection.positions.get(id);
      return place !== undefined && contains(cardBox(place), at);
    }) ??
    shapeAt(projection, (kind, box) => kind === 'note' && contains(box, at)) ??
    lastThing('link', projection.links.keys(), (id) => isOnLink(projection, id, at, reach)) ??
    shapeAt(projection, (kind, box) => kind !== 'note' && isOnFrame(box, at, reach))
  );
}

function lastThing(type: Thing['type'], ids: Iterable<string>, isIt: (id: string) => boolean): Thing | null {
  let found: Thing | null = null;
  for (const id of ids) if (isIt(id)) found = { type, id };
  return found;
}

function shapeAt(
  { shapes, positions }: Projection,
  isIt: (kind: 'note' | 'region' | 'group', box: Box) => boolean,
): Thing | null {
  return lastThing('shape', shapes.keys(), (id) => {
    const shape = shapes.get(id);
    const box = shape && shapeBox(shape, (node) => positions.get(node));
    return shape !== undefined && box !== undefined && isIt(shape.kind, box);
  });
}

function isOnFrame({ x, y, width, height }: Box, at: Point, reach: number): boolean {
  const outer = { x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach };
  const inner = { x: x + reach, y: y + reach, width: width - 2 * reach, height: height - 2 * reach };
  return contains(outer, at) && !contains(inner, at);
}

function isOnLink({ links, positions }: Projection, id: string, at: Point, reach: number): boolean {
  const way = wayOf(links.get(id), positions);
  return way.some((point, index) => {
    const next = way[index + 1];
    return next !== undefined && distance(at, point, next) <= reach;
  });
}

function wayOf(link: DocLink | undefined, positions: Projection['positions']): Point[] {
  const [from, to] = (link?.ends ?? []).map((end) => ('node' in end ? positions.get(end.node) : undefined));
  return link && from && to ? [cardMiddle(from), ...link.bends, cardMiddle(to)] : [];
}

/** From a point to the nearest point of a straight line between two others. */
function distance(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}
