/** Things put in line, or with equal gaps between them. */
import type { Box, Vec } from './geom';

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Edge = (typeof ALIGNMENTS)[number];
type Boxes = ReadonlyMap<string, Box>;

function around(boxes: Boxes): Box {
  const all = [...boxes.values()];
  const [x, y] = [Math.min(...all.map((box) => box.x)), Math.min(...all.map((box) => box.y))];
  const right = Math.max(...all.map((box) => box.x + box.width));
  return { x, y, width: right - x, height: Math.max(...all.map((box) => box.y + box.height)) - y };
}

function inLine(box: Box, frame: Box, edge: Edge): Vec {
  switch (edge) {
    case 'left':
      return { x: frame.x, y: box.y };
    case 'centre':
      return { x: Math.round(frame.x + (frame.width - box.width) / 2), y: box.y };
    case 'right':
      return { x: frame.x + frame.width - box.width, y: box.y };
    case 'top':
      return { x: box.x, y: frame.y };
    case 'middle':
      return { x: box.x, y: Math.round(frame.y + (frame.height - box.height) / 2) };
    case 'bottom':
      return { x: box.x, y: frame.y + frame.height - box.height };
  }
}

/** Each box moved to an edge or middle of them all. */
export function aligned(boxes: Boxes, edge: Edge): Map<string, Vec> {
  const frame = around(boxes);
  return new Map([...boxes].map(([id, box]) => [id, inLine(box, frame, edge)]));
}

/** The first and the last stay; between all of them the gaps become equal. */
export function distributed(boxes: Boxes, axis: 'x' | 'y'): Map<string, Vec> {
  const size = axis === 'x' ? 'width' : 'height';
  const sorted = [...boxes].sort(([, a], [, b]) => a[axis] - b[axis]);
  const frame = around(boxes);
  const filled = sorted.reduce((sum, [, box]) => sum + box[size], 0);
  const gap = (frame[size] - filled) / Math.max(1, sorted.length - 1);
  let next = frame[axis];
  return new Map(
    sorted.map(([id, box]) => {
      const place = { x: box.x, y: box.y, [axis]: Math.round(next) };
      next += box[size] + gap;
      return [id, place];
    }),
  );
}
