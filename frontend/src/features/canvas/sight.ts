/** What of a drawing lies in the window, and how it comes there a portion at a time. */
import { cardBox, shapeBox, type Box, type Point, type Projection } from '@/doc';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from './size';

export type Transform = readonly [x: number, y: number, zoom: number];

/** Nodes, shapes and links, by their ids. */
export interface Part {
  nodes: ReadonlySet<string>;
  links: ReadonlySet<string>;
}

export const NOTHING: Part = { nodes: new Set(), links: new Set() };

/** What one frame has time for: elements that come, and elements that go. */
const COMING = 8;
const GOING = 40;

/** The part of the canvas that a window shows. */
export function seenBox([x, y, zoom]: Transform, width_px: number, height_px: number): Box {
  return { x: -x / zoom, y: -y / zoom, width: width_px / zoom, height: height_px / zoom };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function contains({ x, y, width, height }: Box, at: Point): boolean {
  return at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
}

export function countInSight(places: Iterable<Point>, seen: Box): number {
  const [left, top] = [seen.x - CARD_WIDTH_PX, seen.y - CARD_HEIGHT_PX];
  const [right, bottom] = [seen.x + seen.width, seen.y + seen.height];
  let count = 0;
  for (const { x, y } of places) if (x > left && x < right && y > top && y < bottom) count += 1;
  return count;
}

/** The boxes of links are those round both of their cards. */
export function partInSight({ nodes, links, positions, shapes }: Projection, seen: Box): Part {
  const found = new Set<string>();
  const placeOf = (node: string) => positions.get(node);
  for (const [id, shape] of shapes) {
    const box = shapeBox(shape, placeOf);
    if (box && overlaps(box, seen)) found.add(id);
  }
  for (const id of nodes.keys()) {
    const place = positions.get(id);
    if (place && overlaps(cardBox(place), seen)) found.add(id);
  }
  const foundLinks = new Set<string>();
  for (const { id, ends } of links.values()) {
    const [from, to] = ends.map((end) => ('node' in end ? positions.get(end.node) : undefined));
    if (from && to && overlaps(boxBetween(from, to), seen)) foundLinks.add(id);
  }
  return { nodes: found, links: foundLinks };
}

function boxBetween(from: Point, to: Point): Box {
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  return {
    x,
    y,
    width: Math.max(from.x, to.x) + CARD_WIDTH_PX - x,
    height: Math.max(from.y, to.y) + CARD_HEIGHT_PX - y,
  };
}

/** One step from what is there to what shall be; the same object when it is there: cards first, then links. */
export function stepTowards(now: Part, wanted: Part): Part {
  const nodes = step(now.nodes, wanted.nodes, COMING);
  const links = step(now.links, wanted.links, nodes === now.nodes ? COMING : 0);
  return nodes === now.nodes && links === now.links ? now : { nodes, links };
}

function step(now: ReadonlySet<string>, wanted: ReadonlySet<string>, coming: number): ReadonlySet<string> {
  const goes = [...now].filter((id) => !wanted.has(id)).slice(0, GOING);
  const comes = [...wanted].filter((id) => !now.has(id)).slice(0, coming);
  if (goes.length + comes.length === 0) return now;
  const next = new Set(now);
  for (const id of goes) next.delete(id);
  for (const id of comes) next.add(id);
  return next;
}
