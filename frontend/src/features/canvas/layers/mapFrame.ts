/** How the whole drawing fits into the minimap. */
import type { Point } from '@/doc';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';

export interface Frame {
  /** Pixels of the map a pixel of the canvas. */
  scale: number;
  /** The canvas point at the map's upper left corner. */
  x: number;
  y: number;
}

interface Box extends Point {
  width: number;
  height: number;
}

const MARGIN_PX = 8;

/** Shows all cards and the window, whichever reaches further. */
export function mapFrame(places: Iterable<Point>, seen: Box, width_px: number, height_px: number): Frame {
  let [left, top, right, bottom] = [seen.x, seen.y, seen.x + seen.width, seen.y + seen.height];
  for (const place of places) {
    left = Math.min(left, place.x);
    top = Math.min(top, place.y);
    right = Math.max(right, place.x + CARD_WIDTH_PX);
    bottom = Math.max(bottom, place.y + CARD_HEIGHT_PX);
  }
  const scale = Math.min(
    (width_px - 2 * MARGIN_PX) / (right - left || 1),
    (height_px - 2 * MARGIN_PX) / (bottom - top || 1),
  );
  return {
    scale,
    x: (left + right) / 2 - width_px / 2 / scale,
    y: (top + bottom) / 2 - height_px / 2 / scale,
  };
}

export function toCanvas({ scale, x, y }: Frame, map: Point): Point {
  return { x: x + map.x / scale, y: y + map.y / scale };
}
