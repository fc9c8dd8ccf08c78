/** Groups and regions as a layout knows them: frames, with nodes and other frames inside. */
import {
  cardMiddle,
  frameAround,
  cardBox,
  type Box,
  type DocShape,
  type Point,
  type Projection,
} from '@/doc';
import { contains } from '../sight';

export interface Frame {
  shape: DocShape;
  /** All nodes inside, at any depth. */
  members: ReadonlySet<string>;
  frames: Frame[];
}

/**
 * The outermost frames of all whose nodes are laid out. One that shares only a part of its nodes with another, or of
 * whose nodes some stay where they are, is none: of two such ones a group goes before a region.
 */
export function framesOf(projection: Projection, ids: ReadonlySet<string>): Frame[] {
  const found = [...projection.shapes.values()].flatMap((shape): Frame[] => {
    const members = membersOf(projection, shape);
    const isWhole = members.length > 0 && members.every((id) => ids.has(id));
    return isWhole ? [{ shape, members: new Set(members), frames: [] }] : [];
  });
  const outermost: Frame[] = [];
  for (const kind of ['group', 'region'] as const)
    for (const frame of found) if (frame.shape.kind === kind) insert(outermost, frame);
  return outermost;
}

/** A group says which nodes are its; in a region are those whose middle it covers. */
function membersOf({ nodes, positions }: Projection, shape: DocShape): string[] {
  if (shape.kind === 'group') return shape.members.filter((id) => nodes.has(id));
  if (shape.kind === 'note') return [];
  const box = { ...shape.at, ...shape.size };
  return [...nodes.keys()].filter((id) => {
    const place = positions.get(id);
    return place !== undefined && contains(box, cardMiddle(place));
  });
}

function insert(siblings: Frame[], frame: Frame): void {
  const inside = siblings.filter(({ members }) => isWithin(members, frame.members));
  const rest = siblings.filter((one) => !inside.includes(one));
  const around = rest.find(({ members }) => isWithin(frame.members, members));
  if (around) insert(around.frames, frame);
  else if (rest.every(({ members }) => ![...frame.members].some((id) => members.has(id)))) {
    frame.frames.push(...inside);
    siblings.splice(0, siblings.length, ...rest, frame);
  }
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return inner.size <= outer.size && [...inner].every((id) => outer.has(id));
}

/** The boxes of regions round what was laid out in them; a group's frame follows its nodes by itself. */
export function regionBoxes(
  frames: readonly Frame[],
  places: ReadonlyMap<string, Point>,
  boxes = new Map<string, Box>(),
): Map<string, Box> {
  for (const { shape, members, frames: inner } of frames) {
    regionBoxes(inner, places, boxes);
    if (shape.kind !== 'region') continue;
    const cards = [...members].flatMap((id) => places.get(id) ?? []).map(cardBox);
    const box = frameAround([...cards, ...inner.flatMap((one) => frameBox(one, places, boxes) ?? [])]);
    if (box) boxes.set(shape.id, box);
  }
  return boxes;
}

function frameBox(
  { shape, members }: Frame,
  places: ReadonlyMap<string, Point>,
  boxes: ReadonlyMap<string, Box>,
): Box | undefined {
  return boxes.get(shape.id) ?? frameAround([...members].flatMap((id) => places.get(id) ?? []).map(cardBox));
}
