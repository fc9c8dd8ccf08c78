/** How much room the words at an end of a line take: nothing on the canvas is ever measured. */
import type { Vec } from '@/lib/geom';
import type { DrawnEnd } from './drawnLinks';

/** Widths of a character of the two monospaced sizes. */
const NAME_CHAR_PX = 6.3;
const TAG_CHAR_PX = 5.75;
const TAG_PADDING_PX = 4;
export const TAG_HEIGHT_PX = 14;
export const GAP_PX = 4;
const LABEL_DISTANCE_PX = 30;
/** A line of words, and from one mark in the middle to the next. */
export const LINE_PX = 15;
export const MARK_GAP_PX = 24;
const SHORTEST_PX = 76;
/** Between the words and the card. */
const CLEARANCE_PX = 7;

export function endSizes({ name, tag }: DrawnEnd): { name_px: number; tag_px: number; whole_px: number } {
  const name_px = name.length * NAME_CHAR_PX;
  const tag_px = tag === undefined ? 0 : tag.text.length * TAG_CHAR_PX + 2 * TAG_PADDING_PX;
  return { name_px, tag_px, whole_px: tag === undefined ? name_px : name_px + GAP_PX + tag_px };
}

/** How long a line must be for the words at its ends, and the marks between them, not to run into each other. */
export function roomForNames(
  ends: readonly (DrawnEnd | undefined)[],
  marks: number,
  { points }: { points: readonly Vec[] },
): number {
  const ways = [points, points.toReversed()];
  const words = ends.map((end, index) => {
    const away = ways[index] ?? points;
    return end === undefined
      ? 0
      : labelDistance(end, away) + (isSteep(away) ? LINE_PX : endSizes(end).whole_px) / 2;
  });
  return Math.max(SHORTEST_PX, words.reduce((sum, one) => sum + one, 0) + marks * MARK_GAP_PX);
}

/**
 * How far from the card the middle of the words lies, so that a line that leaves sideways shows all of them; `points`
 * lead away from the card.
 */
export function labelDistance(end: DrawnEnd | undefined, points: readonly Vec[]): number {
  if (end?.tag === undefined || isSteep(points)) return LABEL_DISTANCE_PX;
  return Math.max(LABEL_DISTANCE_PX, endSizes(end).whole_px / 2 + CLEARANCE_PX);
}

function isSteep([start, next]: readonly Vec[]): boolean {
  return Math.abs((next?.x ?? 0) - (start?.x ?? 0)) < Math.abs((next?.y ?? 0) - (start?.y ?? 0));
}
