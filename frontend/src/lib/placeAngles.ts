/** Links in right angles together: which sides of cards they take, and where on them. */
import type { Vec } from './geom';
import {
  CORNER_PX,
  LEAST_ROOM_PX,
  rightAngledPieces,
  roomFor,
  type Angles,
  type Axis,
  type Size,
} from './rightAngles';

export interface Joined {
  readonly id: string;
  /** The middles of its cards. */
  readonly from: Vec;
  readonly to: Vec;
  readonly source: string;
  readonly target: string;
}

const SLOT_PX = 26;
/** How close a line may pass a card. */
const CLEARANCE_PX = 6;
/** With more cards than this nobody looks which ones are in the way. */
const OBSTACLES_MAX = 300;
/** So much fewer rows than columns, and what is drawn runs down. */
const CLEARLY = 1.5;

/** How each of the links leaves its cards; `cards` are the middles of all there are, by id. */
export function placeAngles(
  links: readonly Joined[],
  cards: ReadonlyMap<string, Vec>,
  size: Size,
): ReadonlyMap<string, Angles> {
  const flow = overallAxis(cards);
  const axes = links.map((link) => bestAxis(link, cards, flow, size));
  const slots = slotsOnSides(links, axes, size);
  return new Map(
    links.map(({ id }, index) => [
      id,
      {
        axis: axes[index] ?? 'across',
        start_px: slots.get(`${id} start`) ?? 0,
        end_px: slots.get(`${id} end`) ?? 0,
      },
    ]),
  );
}

/** Which way rows or columns of cards follow each other, where that is clear. */
function overallAxis(cards: ReadonlyMap<string, Vec>): Axis | null {
  const columns = new Set([...cards.values()].map(({ x }) => Math.round(x))).size;
  const rows = new Set([...cards.values()].map(({ y }) => Math.round(y))).size;
  if (rows * CLEARLY <= columns) return 'down';
  return columns * CLEARLY <= rows ? 'across' : null;
}

/** The one with the fewest cards in its way; then as the others run; then where there is more room. */
function bestAxis(
  { from, to, source, target }: Joined,
  cards: ReadonlyMap<string, Vec>,
  flow: Axis | null,
  size: Size,
): Axis {
  const [across, down] = [roomFor('across', from, to, size), roomFor('down', from, to, size)];
  if (across < LEAST_ROOM_PX || down < LEAST_ROOM_PX) return across >= down ? 'across' : 'down';
  const hits = (axis: Axis) => {
    if (cards.size > OBSTACLES_MAX) return 0;
    const [line = []] = rightAngledPieces(from, to, [], { axis, start_px: 0, end_px: 0 }, size);
    let count = 0;
    for (const [id, card] of cards)
      if (id !== source && id !== target && passes(line, card, size)) count += 1;
    return count;
  };
  const more = hits('across') - hits('down');
  if (more !== 0) return more < 0 ? 'across' : 'down';
  return flow ?? (across >= down ? 'across' : 'down');
}

function passes(line: readonly Vec[], card: Vec, { width, height }: Size): boolean {
  const [dx, dy] = [width / 2 + CLEARANCE_PX, height / 2 + CLEARANCE_PX];
  return line.slice(1).some((point, index) => {
    const before = line[index] ?? point;
    return (
      Math.max(before.x, point.x) > card.x - dx &&
      Math.min(before.x, point.x) < card.x + dx &&
      Math.max(before.y, point.y) > card.y - dy &&
      Math.min(before.y, point.y) < card.y + dy
    );
  });
}

interface Plug {
  key: string;
  /** Where the other card is, along the side; equal ones keep the order of the links. */
  other: number;
}

/** Distances from the middle of their side for all ends, in the order in which the other cards lie. */
function slotsOnSides(
  links: readonly Joined[],
  axes: readonly Axis[],
  { width, height }: Size,
): ReadonlyMap<string, number> {
  const sides = new Map<string, Plug[]>();
  const plug = (card: string, key: string, own: Vec, other: Vec, axis: Axis) => {
    const isAcross = axis === 'across';
    const ahead = isAcross ? other.x >= own.x : other.y >= own.y;
    const side = `${card} ${axis} ${ahead}`;
    sides.set(side, [...(sides.get(side) ?? []), { key, other: isAcross ? other.y : other.x }]);
  };
  for (const [index, { id, source, target, from, to }] of links.entries()) {
    const axis = axes[index] ?? 'across';
    plug(source, `${id} start`, from, to, axis);
    plug(target, `${id} end`, to, from, axis);
  }
  const slots = new Map<string, number>();
  for (const [side, plugs] of sides) {
    const room = (side.includes(' across ') ? height : width) - 2 * CORNER_PX;
    const gap = Math.min(SLOT_PX, room / Math.max(1, plugs.length - 1));
    plugs.sort((a, b) => a.other - b.other);
    for (const [index, { key }] of plugs.entries()) slots.set(key, (index - (plugs.length - 1) / 2) * gap);
  }
  return slots;
}
