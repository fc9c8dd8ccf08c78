/** What a person does with the selection: remove, duplicate, group, put in line. */
import {
  boxAround,
  boxOf,
  ops,
  type Box,
  type LabDocument,
  type Point,
  type Projection,
  type WholeTopology,
} from '@/doc';
import { t, tn } from '@/i18n';
import { aligned, distributed, type Edge } from '@/lib/arrange';
import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';
import { toast } from '@/ui';
import { onGrid } from './place';

const COPY_SHIFT: Point = { x: 40, y: 40 };
const NOTE_SIZE = { width: 200, height: 100 };
const REGION_SIZE = { width: 480, height: 300 };
/** Between a region and what it is drawn round; more at the top, where the title is. */
const REGION_ROOM_PX = 30;
const REGION_TOP_PX = 50;

export function removeSelection(doc: LabDocument): void {
  const { nodes, links, shapes, select } = useView.getState();
  if (nodes.size + links.size + shapes.size === 0) return;
  ops.removeElements(doc, { nodes, links, shapes });
  select([]);
  toast({
    title: removedWords(nodes.size, links.size, shapes.size),
    action: { label: t('Undo'), run: () => doc.undo() },
  });
}

function removedWords(nodes: number, links: number, shapes: number): string {
  if (nodes > 0) return tn(nodes, 'Removed {count} node', 'Removed {count} nodes');
  if (links > 0) return tn(links, 'Removed {count} link', 'Removed {count} links');
  return tn(shapes, 'Removed {count} shape', 'Removed {count} shapes');
}

export function selectAll(doc: LabDocument): void {
  const { nodes, links, shapes } = doc.projection;
  useView.getState().select(nodes.keys(), links.keys(), shapes.keys());
}

/** Puts a part of a drawing in, and selects what came. */
export function insertPart(doc: LabDocument, part: WholeTopology, shift: Point): void {
  const before = new Set(doc.shapes.keys());
  const nodes = ops.pasteNodes(doc, part, shift);
  const shapes = [...doc.shapes.keys()].filter((id) => !before.has(id));
  useView.getState().select(nodes, [], shapes);
}

/** Nodes of selected groups are part of what is copied and moved. */
export function chosenNodes({ shapes }: Projection): Set<string> {
  const view = useView.getState();
  const members = [...view.shapes].flatMap((id) => shapes.get(id)?.members ?? []);
  return new Set([...view.nodes, ...members]);
}

export function selectedPart(doc: LabDocument): WholeTopology | undefined {
  const { shapes } = useView.getState();
  const nodes = chosenNodes(doc.projection);
  return nodes.size + shapes.size === 0 ? undefined : ops.copyNodes(doc.projection, nodes, shapes);
}

export function duplicateSelection(doc: LabDocument): void {
  const part = selectedPart(doc);
  if (part) insertPart(doc, part, COPY_SHIFT);
}

/** Held arrow keys are one step of undo. */
export function nudgeSelection(doc: LabDocument, by: Point): void {
  const places = new Map<string, Point>();
  for (const [id, { x, y }] of movableBoxes(doc.projection)) places.set(id, { x: x + by.x, y: y + by.y });
  if (places.size > 0) ops.moveNodes(doc, places, 'nudge');
}

/** Boxes of what is selected and has a place of its own: nodes, notes, regions. */
function movableBoxes(projection: Projection): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const id of [...chosenNodes(projection), ...useView.getState().shapes]) {
    const box = projection.shapes.get(id)?.kind === 'group' ? undefined : boxOf(projection, id);
    if (box) boxes.set(id, box);
  }
  return boxes;
}

export function alignSelection(doc: LabDocument, edge: Edge): void {
  const boxes = movableBoxes(doc.projection);
  if (boxes.size > 1) ops.moveNodes(doc, aligned(boxes, edge));
}

export function distributeSelection(doc: LabDocument, axis: 'x' | 'y'): void {
  const boxes = movableBoxes(doc.projection);
  if (boxes.size > 2) ops.moveNodes(doc, distributed(boxes, axis));
}

export function groupSelection(doc: LabDocument): void {
  const group = ops.groupNodes(doc, chosenNodes(doc.projection));
  if (group === undefined) return;
  useView.getState().select([], [], [group]);
  useView.getState().startRenaming(group);
}

/** The selected groups, else those that selected nodes are in. */
export function selectedGroups({ shapes }: Projection): string[] {
  const view = useView.getState();
  const groups = [...shapes.values()].filter((shape) => shape.kind === 'group');
  const chosen = groups.filter((group) => view.shapes.has(group.id));
  const around = groups.filter((group) => group.members.some((id) => view.nodes.has(id)));
  return (chosen.length > 0 ? chosen : around).map((group) => group.id);
}

export function ungroupSelection(doc: LabDocument): void {
  const groups = selectedGroups(doc.projection);
  if (groups.length === 0) return;
  const members = groups.flatMap((id) => doc.projection.shapes.get(id)?.members ?? []);
  ops.removeShapes(doc, groups);
  useView.getState().select(members.filter((id) => doc.nodes.has(id)));
}

function showShape(id: string): void {
  useView.getState().select([], [], [id]);
  useView.getState().startRenaming(id);
}

export function addNote(doc: LabDocument, place: Point = useViewport.getState().freePlace()): void {
  const box = { ...onGrid(place), ...NOTE_SIZE };
  showShape(ops.addShape(doc, { kind: 'note', box, text: t('Note'), color: 'yellow' }));
}

/** Round what is selected; without a selection, at the place. */
export function addRegion(doc: LabDocument, place: Point): void {
  const around = boxAround([...movableBoxes(doc.projection).values()]);
  const box = around ? roomy(around) : { ...onGrid(place), ...REGION_SIZE };
  showShape(ops.addShape(doc, { kind: 'region', box, text: t('Region'), color: 'blue' }));
}

function roomy({ x, y, width, height }: Box): Box {
  return {
    x: x - REGION_ROOM_PX,
    y: y - REGION_TOP_PX,
    width: width + 2 * REGION_ROOM_PX,
    height: height + REGION_TOP_PX + REGION_ROOM_PX,
  };
}
