/** Links in right angles: how one goes from card to card. */
import type { Vec } from './geom';

/** Along which axis a link leaves its cards. */
export type Axis = 'across' | 'down';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a link leaves its cards: along an axis, so far from the middle of that side. */
export interface Angles {
  readonly axis: Axis;
  readonly start_px: number;
  readonly end_px: number;
}

/** Below this, there is no room between two cards for a line across. */
export const LEAST_ROOM_PX = 24;
/** From a corner of a card to the nearest line. */
export const CORNER_PX = 12;
/** A line that would turn by so little is a straight one. */
const JOG_PX = 12;

const turned = ({ x, y }: Vec): Vec => ({ x: y, y: x });
const turnedSize = ({ width, height }: Size): Size => ({ width: height, height: width });
const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** The corners of a link, piece by piece between its bends; from border to border. */
export function rightAngledPieces(
  from: Vec,
  to: Vec,
  bends: readonly Vec[],
  angles: Angles,
  size: Size,
): Vec[][] {
  if (bends.length > 0) return bentPieces(from, to, bends, angles.axis, size);
  const axis = possible(angles.axis, from, to, size);
  if (axis === 'across') return [acrossLine(from, to, angles, size)];
  return [acrossLine(turned(from), turned(to), angles, turnedSize(size)).map(turned)];
}

export function roomFor(axis: Axis, from: Vec, to: Vec, { width, height }: Size): number {
  return axis === 'across' ? Math.abs(to.x - from.x) - width : Math.abs(to.y - from.y) - height;
}

/** The other axis where cards are too close for the wanted one. */
function possible(wanted: Axis, from: Vec, to: Vec, size: Size): Axis {
  const other: Axis = wanted === 'across' ? 'down' : 'across';
  const room = roomFor(wanted, from, to, size);
  return room >= LEAST_ROOM_PX || room >= roomFor(other, from, to, size) ? wanted : other;
}

/** Out of a side, across in the middle between the cards, into the side that faces it. */
function acrossLine(from: Vec, to: Vec, { start_px, end_px }: Angles, { width, height }: Size): Vec[] {
  const ahead = to.x >= from.x ? 1 : -1;
  const most = height / 2 - CORNER_PX;
  const start = { x: from.x + (ahead * width) / 2, y: from.y + between(start_px, -most, most) };
  const end = { x: to.x - (ahead * width) / 2, y: to.y + between(end_px, -most, most) };
  const level = (start.y + end.y) / 2;
  if (Math.abs(end.y - start.y) <= JOG_PX)
    return [
      { x: start.x, y: level },
      { x: end.x, y: level },
    ];
  // Lines that leave a side beside each other turn one after the other, so that none crosses the next one.
  const aside = (ahead * Math.sign(to.y - from.y) * (start_px + end_px)) / 2;
  const x = between((start.x + end.x) / 2 - aside, Math.min(start.x, end.x), Math.max(start.x, end.x));
  return [start, { x, y: start.y }, { x, y: end.y }, end];
}

/** Each bend is a corner: a line that came along one axis goes on along the other. */
function bentPieces(from: Vec, to: Vec, bends: readonly Vec[], axis: Axis, size: Size): Vec[][] {
  const [first = to] = bends;
  const last = bends.at(-1) ?? from;
  const out = leaving(from, first, axis, size);
  const pieces = [out];
  let came = axisOf(out.at(-2) ?? from, first);
  for (const [index, bend] of bends.entries()) {
    const next = bends[index + 1];
    if (next === undefined) continue;
    const piece = cornered(bend, next, came === 'across' ? 'down' : 'across');
    pieces.push(piece);
    came = axisOf(piece.at(-2) ?? bend, next);
  }
  return [...pieces, leaving(to, last, came, size).toReversed()];
}

function axisOf(from: Vec, to: Vec): Axis {
  return Math.abs(to.x - from.x) >= Math.abs(to.y - from.y) ? 'across' : 'down';
}

/** From the border of a card to a point: straight where the point is beside the card, else with one corner. */
function leaving(card: Vec, point: Vec, axis: Axis, size: Size): Vec[] {
  if (axis === 'down') return leaving(turned(card), turned(point), 'across', turnedSize(size)).map(turned);
  const [right, down] = [Math.sign(point.x - card.x), Math.sign(point.y - card.y)];
  const isBeside = Math.abs(point.y - card.y) <= size.height / 2 - CORNER_PX;
  const isAbove = Math.abs(point.x - card.x) <= size.width / 2 - CORNER_PX;
  if (isBeside) return [{ x: card.x + (right * size.width) / 2, y: point.y }, point];
  if (isAbove) return [{ x: point.x, y: card.y + (down * size.height) / 2 }, point];
  const exit = { x: card.x + (right * size.width) / 2, y: card.y };
  return [exit, { x: point.x, y: card.y }, point];
}

function cornered(from: Vec, to: Vec, first: Axis): Vec[] {
  if (from.x === to.x || from.y === to.y) return [from, to];
  return [from, first === 'across' ? { x: to.x, y: from.y } : { x: from.x, y: to.y }, to];
}
