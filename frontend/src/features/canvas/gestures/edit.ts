/** What a person does with the selection: remove, duplicate, move. */
import {
  boxOf,
  ops,
  type Box,
  type LabDocument,
  type Point,
  type Projection,
  type WholeTopology,
} from '@/doc';
import { t, tn } from '@/i18n';
import { useView } from '@/state/view';
import { toast } from '@/ui';

const COPY_SHIFT: Point = { x: 40, y: 40 };
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
export function movableBoxes(projection: Projection): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const id of [...chosenNodes(projection), ...useView.getState().shapes]) {
    const box = projection.shapes.get(id)?.kind === 'group' ? undefined : boxOf(projection, id);
    if (box) boxes.set(id, box);
  }
  return boxes;
}
