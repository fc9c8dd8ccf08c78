/** Fingers on the canvas as one hold of it: moving them moves it, spreading them zooms it. */
import type { Viewport } from '@xyflow/react';
import type { Point } from '@/doc';

/** Where fingers are in the middle, and how far they are from there; 0 for a single one. */
export interface Hold extends Point {
  spread_px: number;
}

export function holdOf(fingers: readonly Point[]): Hold {
  const count = Math.max(1, fingers.length);
  const x = fingers.reduce((sum, finger) => sum + finger.x, 0) / count;
  const y = fingers.reduce((sum, finger) => sum + finger.y, 0) / count;
  const spread_px = fingers.reduce((sum, finger) => sum + Math.hypot(finger.x - x, finger.y - y), 0) / count;
  return { x, y, spread_px };
}

/** The view after a hold of it has moved: what was in the middle of the fingers still is. */
export function heldView(
  { x, y, zoom }: Viewport,
  before: Hold,
  now: Hold,
  [least, most]: readonly [number, number],
): Viewport {
  const wanted = before.spread_px > 0 && now.spread_px > 0 ? (zoom * now.spread_px) / before.spread_px : zoom;
  const next = Math.min(most, Math.max(least, wanted));
  const scale = next / zoom;
  return { x: now.x - (before.x - x) * scale, y: now.y - (before.y - y) * scale, zoom: next };
}
