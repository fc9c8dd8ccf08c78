/** Where things are on the canvas, as boxes. Cards have one size, so nothing is ever measured. */
import type { Box } from '@/lib/geom';
import type { DocShape, Point, Projection } from './projection';

export type { Box } from '@/lib/geom';

export const CARD_WIDTH_PX = 176;
export const CARD_HEIGHT_PX = 60;

/** Between the frame of a group and its nodes; more at the top, where the title is. */
export const FRAME_PX = 20;
export const FRAME_TOP_PX = 40;

export function cardBox({ x, y }: Point): Box {
  return { x, y, width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX };
}

export function cardMiddle({ x, y }: Point): Point {
  return { x: x + CARD_WIDTH_PX / 2, y: y + CARD_HEIGHT_PX / 2 };
}

/** The smallest box round all of them; nothing round none. */
export function boxAround(boxes: Iterable<Box>): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The frame of a group is as large as its nodes need; nothing where none of them is there any more. */
export function groupFrame(
  members: Iterable<string>,
  placeOf: (node: string) => Point | undefined,
): Box | undefined {
  const boxes: Box[] = [];
  for (const id of members) {
    const place = placeOf(id);
    if (place) boxes.push(cardBox(place));
  }
  return frameAround(boxes);
}

/** The frame of what lies in it; nothing round nothing. */
export function frameAround(boxes: Iterable<Box>): Box | undefined {
  const inner = boxAround(boxes);
  return (
    inner && {
      x: inner.x - FRAME_PX,
      y: inner.y - FRAME_TOP_PX,
      width: inner.width + 2 * FRAME_PX,
      height: inner.height + FRAME_TOP_PX + FRAME_PX,
    }
  );
}

export function shapeBox(shape: DocShape, placeOf: (node: string) => Point | undefined): Box | undefined {
  return shape.kind === 'group' ? groupFrame(shape.members, placeOf) : { ...shape.at, ...shape.size };
}

/** The box of a node or shape, by its id. */
export function boxOf({ positions, shapes }: Projection, id: string): Box | undefined {
  const place = positions.get(id);
  if (place) return cardBox(place);
  const shape = shapes.get(id);
  return shape && shapeBox(shape, (node) => positions.get(node));
}
