/** Where the rates of a link stand: beside its line, off the cards and off what is written already. */
import type { Box, Vec } from '@/lib/geom';

/** In the order in which they are tried: how far along the link, and how much further off it than need be. */
export const SHARES = [0.5, 0.62, 0.38, 0.74, 0.26] as const;
const FURTHER_PX = [0, 14, 28] as const;
/** Between the line and the words, and between words and cards. */
const OFF_LINE_PX = 6;
const OFF_CARD_PX = 3;
const STEP = 0.03;

export interface Words {
  width: number;
  height: number;
}

/** One box for each of the two words; the first stands above the line, or left of it. */
export type Places = readonly [Box, Box];

/** The first place that is free; without one there is none. */
export function ratePlaces(
  pointAt: (share: number) => Vec,
  shares: readonly number[],
  words: readonly [Words, Words],
  taken: readonly Box[],
): Places | undefined {
  for (const further_px of FURTHER_PX)
    for (const share of shares) {
      const places = placesAt(pointAt, share, words, further_px);
      if (!places.some((box) => taken.some((other) => isTouching(box, other)))) return places;
    }
  return undefined;
}

/** Both words at a share of the link, as far off as their size asks for where the line is steep. */
export function placesAt(
  pointAt: (share: number) => Vec,
  share: number,
  [first, second]: readonly [Words, Words],
  further_px = 0,
): Places {
  const at = pointAt(share);
  const { x, y } = upOrLeft(pointAt(share - STEP), pointAt(share + STEP));
  const beside = ({ width, height }: Words, side: 1 | -1): Box => {
    const off_px = (Math.abs(x) * width + Math.abs(y) * height) / 2 + OFF_LINE_PX + further_px;
    return {
      x: at.x + side * x * off_px - width / 2,
      y: at.y + side * y * off_px - height / 2,
      width,
      height,
    };
  };
  return [beside(first, 1), beside(second, -1)];
}

/** The direction square to a line that points up, or to the left where the line is steep. */
function upOrLeft(before: Vec, after: Vec): Vec {
  const [dx, dy] = [after.x - before.x, after.y - before.y];
  const length = Math.hypot(dx, dy) || 1;
  const square = { x: dy / length, y: -dx / length };
  const isTurned = Math.abs(square.y) >= Math.abs(square.x) ? square.y > 0 : square.x > 0;
  return isTurned ? { x: -square.x, y: -square.y } : square;
}

function isTouching(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width + OFF_CARD_PX &&
    other.x < one.x + one.width + OFF_CARD_PX &&
    one.y < other.y + other.height + OFF_CARD_PX &&
    other.y < one.y + one.height + OFF_CARD_PX
  );
}
