/** What a person does with the selection beside: put in line, group, and add what is for people alone. */
import { boxAround, ops, type Box, type LabDocument, type LinkEnd, type Point, type Projection } from '@/doc';
import { t } from '@/i18n';
import { aligned, distributed, type Edge } from '@/lib/arrange';
import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';
import { chosenNodes, movableBoxes } from './edit';
import { onGrid } from './place';

const NOTE_SIZE = { width: 200, height: 100 };
const REGION_SIZE = { width: 480, height: 300 };
/** Between a region and what it is drawn round; more at the top, where the title is. */
const REGION_ROOM_PX = 30;
const REGION_TOP_PX = 50;

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

/** The selected links, and those between selected nodes. */
export function chosenLinks({ links }: Projection): string[] {
  const view = useView.getState();
  const isWithin = (end: LinkEnd) => 'node' in end && view.nodes.has(end.node);
  const chosen = [...links.values()].filter(({ id, ends }) => view.links.has(id) || ends.every(isWithin));
  return chosen.map(({ id }) => id);
}

/** Of the selection; of all links where none is in it. */
export function turnAngles(doc: LabDocument): void {
  const chosen = chosenLinks(doc.projection);
  ops.turnAngles(doc, chosen.length > 0 ? chosen : doc.projection.links.keys());
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
