/** Things on their way: groups take their nodes along, helper lines draw them in, and a drop is one edit. */
import type { NodeChange, useStoreApi } from '@xyflow/react';
import {
  boxAround,
  boxOf,
  cardBox,
  ops,
  type Box,
  type LabDocument,
  type Point,
  type Projection,
} from '@/doc';
import { alignTo } from '@/lib/guides';
import { useCanvas } from '../canvasStore';
import type { FlowNode, LinkEdge } from '../flow';

export type FlowStore = ReturnType<ReturnType<typeof useStoreApi<FlowNode, LinkEdge>>['getState']>;

/** On the screen: from here on a helper line draws things in. */
const REACH_PX = 6;
/** More than these in sight are no help to the eye, and cost time in every frame. */
const OTHERS_MAX = 250;

type Places = Map<string, Point>;

/** Where nodes, notes and regions are while they are dragged; a group's nodes in the place of the group. */
export function draggedPlaces(projection: Projection, changes: readonly NodeChange<FlowNode>[]): Places {
  const places: Places = new Map();
  const groups: [string, Point][] = [];
  for (const change of changes) {
    if (change.type !== 'position' || !change.dragging || !change.position) continue;
    if (projection.shapes.get(change.id)?.kind === 'group') groups.push([change.id, change.position]);
    else places.set(change.id, change.position);
  }
  for (const [id, { x, y }] of groups) {
    const frame = boxOf(projection, id);
    for (const member of projection.shapes.get(id)?.members ?? []) {
      const at = projection.positions.get(member);
      if (!at || !frame || places.has(member)) continue;
      places.set(member, { x: at.x + x - frame.x, y: at.y + y - frame.y });
    }
  }
  return places;
}

function boxAt(projection: Projection, id: string, at: Point): Box {
  const size = projection.shapes.get(id)?.size;
  return size ? { ...at, ...size } : cardBox(at);
}

/** Cards in the window that stay where they are. */
function others({ positions }: Projection, moved: Places, { transform, width, height }: FlowStore): Box[] {
  const [x, y, zoom] = transform;
  const [left, top, right, bottom] = [-x / zoom, -y / zoom, (width - x) / zoom, (height - y) / zoom];
  const found: Box[] = [];
  for (const [id, place] of positions) {
    if (place.x < left || place.y < top || place.x > right || place.y > bottom || moved.has(id)) continue;
    found.push(cardBox(place));
    if (found.length > OTHERS_MAX) return [];
  }
  return found;
}

export function drag(doc: LabDocument, store: FlowStore, changes: readonly NodeChange<FlowNode>[]): void {
  const { projection } = doc;
  const places = draggedPlaces(projection, changes);
  if (places.size === 0) return;
  const around = boxAround([...places].map(([id, at]) => boxAt(projection, id, at)));
  const isFree = !store.snapToGrid;
  const near = isFree || !around ? [] : others(projection, places, store);
  const { dx, dy, guides } = around
    ? alignTo(around, near, REACH_PX / store.transform[2])
    : { dx: 0, dy: 0, guides: [] };
  const dragged = new Map([...places].map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }]));
  useCanvas.setState({ dragged, guides });
}

/** A click that did not move anything is no edit. */
export function drop(doc: LabDocument): void {
  const { dragged } = useCanvas.getState();
  const { positions, shapes } = doc.projection;
  const moved = [...(dragged ?? [])].filter(([id, { x, y }]) => {
    const before = positions.get(id) ?? shapes.get(id)?.at;
    return before?.x !== x || before.y !== y;
  });
  if (moved.length > 0) ops.moveNodes(doc, new Map(moved));
  useCanvas.setState({ dragged: null, guides: [] });
}
