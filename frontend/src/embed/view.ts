/** Which part of the drawing is in sight: moved, made larger and smaller, and all of it again. */
import type { Point } from '@/doc';

export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

const CLOSEST_PX = 120;
const FURTHEST = 6;

export function moved(view: Frame, by: Point): Frame {
  return { ...view, x: view.x + by.x, y: view.y + by.y };
}

/** By a factor, about a point that stays where it is; no closer than words need, no further than makes sense. */
export function zoomed(view: Frame, whole: Frame, factor: number, about: Point = centre(view)): Frame {
  const width = Math.min(whole.width * FURTHEST, Math.max(CLOSEST_PX, view.width / factor));
  const by = width / view.width;
  return {
    x: about.x + (view.x - about.x) * by,
    y: about.y + (view.y - about.y) * by,
    width,
    height: view.height * by,
  };
}

export function centre({ x, y, width, height }: Frame): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** How many units of the drawing a pixel is, where all of the view is shown in the middle of a box. */
export function unitsPerPx(view: Frame, box: { width: number; height: number }): number {
  return Math.max(view.width / Math.max(1, box.width), view.height / Math.max(1, box.height));
}

export function pointAt(view: Frame, box: DOMRect, { x, y }: Point): Point {
  const units = unitsPerPx(view, box);
  const middle = centre(view);
  return {
    x: middle.x + (x - box.x - box.width / 2) * units,
    y: middle.y + (y - box.y - box.height / 2) * units,
  };
}
