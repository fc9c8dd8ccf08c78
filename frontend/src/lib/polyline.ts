/** Links with bends: lines through points, with round corners. */
import { boxExit, type Vec } from './geom';

const CORNER_PX = 12;

/** From border to border of two boxes, through the bends between them. */
export function bentLine(
  from: Vec,
  to: Vec,
  bends: readonly Vec[],
  width_px: number,
  height_px: number,
): Vec[] {
  const start = boxExit(from, bends[0] ?? to, width_px, height_px);
  const end = boxExit(to, bends.at(-1) ?? from, width_px, height_px);
  return [start, ...bends, end];
}

const distance = (a: Vec, b: Vec) => Math.hypot(b.x - a.x, b.y - a.y);

function between(a: Vec, b: Vec, share: number): Vec {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

export function lineLength(points: readonly Vec[]): number {
  return points.reduce((sum, point, index) => sum + distance(points[index - 1] ?? point, point), 0);
}

/** The point at a distance from the beginning; the last one at most. */
export function pointAlong(points: readonly Vec[], distance_px: number): Vec {
  let left = distance_px;
  for (const [index, next] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined) continue;
    const length = distance(before, next);
    if (left <= length) return between(before, next, length === 0 ? 0 : left / length);
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

/** As an SVG path whose corners are rounded as far as there is room. */
export function roundedPath(points: readonly Vec[]): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (before === undefined) return `M${point.x} ${point.y}`;
      if (after === undefined) return `L${point.x} ${point.y}`;
      const room = Math.min(CORNER_PX, distance(before, point) / 2, distance(point, after) / 2);
      const entry = between(point, before, room / (distance(before, point) || 1));
      const exit = between(point, after, room / (distance(point, after) || 1));
      return `L${entry.x} ${entry.y}Q${point.x} ${point.y} ${exit.x} ${exit.y}`;
    })
    .join('');
}
