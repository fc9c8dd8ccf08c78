/** Helper lines: along which edges and middles of others something lies, and how far it is from there. */
import type { Box } from './geom';

/** A line across the canvas at `at`, from `from` to `to` along the other axis. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Alignment {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

type Axis = Guide['axis'];

/** Middle, beginning and end of a box along an axis: of equal distances the first one counts. */
function marks(box: Box, axis: Axis): [number, number, number] {
  const [start, size] = axis === 'x' ? [box.x, box.width] : [box.y, box.height];
  return [start + size / 2, start, start + size];
}

function nearest(moving: Box, others: readonly Box[], axis: Axis, within_px: number) {
  let best: { by: number; mark: number } | undefined;
  const own = marks(moving, axis);
  for (const other of others) {
    const theirs = marks(other, axis);
    own.forEach((mark, index) => {
      const by = (theirs[index] ?? mark) - mark;
      if (Math.abs(by) > within_px || (best && Math.abs(by) >= Math.abs(best.by))) return;
      best = { by, mark: mark + by };
    });
  }
  return best;
}

/** From the first to the last box that lies on the line. */
function guide(axis: Axis, at: number, boxes: readonly Box[]): Guide {
  const across: Axis = axis === 'x' ? 'y' : 'x';
  const on = boxes.filter((box) => marks(box, axis).some((mark) => Math.abs(mark - at) < 0.5));
  const ends = on.flatMap((box) => marks(box, across));
  return { axis, at, from: Math.min(...ends), to: Math.max(...ends) };
}

/** How to move a box by a little so that it is in line with others, each axis by itself. */
export function alignTo(moving: Box, others: readonly Box[], within_px: number): Alignment {
  const x = nearest(moving, others, 'x', within_px);
  const y = nearest(moving, others, 'y', within_px);
  const [dx, dy] = [x?.by ?? 0, y?.by ?? 0];
  const boxes = [{ ...moving, x: moving.x + dx, y: moving.y + dy }, ...others];
  const guides: Guide[] = [];
  if (x) guides.push(guide('x', x.mark, boxes));
  if (y) guides.push(guide('y', y.mark, boxes));
  return { dx, dy, guides };
}
