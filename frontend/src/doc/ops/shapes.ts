/** Edits of what is drawn for people alone: notes, regions and groups. */
import { element } from '../fromTopology';
import type { Box } from '../frames';
import type { LabDocument } from '../labDocument';
import { decodeRef, encodeRef, newId } from '../refs';
import type { ShapeColor } from '../topology';
import { nextOrder, setField } from './fields';

export interface NewShape {
  kind: 'note' | 'region';
  box: Box;
  text?: string;
  color?: ShapeColor;
}

const rounded = (...values: number[]) => values.map(Math.round);

export function addShape(doc: LabDocument, { kind, box, text, color }: NewShape): string {
  const id = newId();
  const [at, size] = [rounded(box.x, box.y), rounded(box.width, box.height)];
  doc.edit(() => doc.shapes.set(id, element(nextOrder(doc.shapes), { kind, text, at, size, color })));
  return id;
}

/** An empty text and the usual colour go without saying. */
export function setShape(
  doc: LabDocument,
  id: string,
  fields: { text?: string; color?: ShapeColor },
  gesture?: string,
): void {
  doc.edit(() => {
    const shape = doc.shapes.get(id);
    if (fields.text !== undefined) setField(shape, 'text', fields.text || undefined);
    if (fields.color) setField(shape, 'color', fields.color === 'grey' ? undefined : fields.color);
  }, gesture);
}

export function resizeShape(doc: LabDocument, id: string, box: Box): void {
  doc.edit(() => {
    doc.shapes.get(id)?.set('at', rounded(box.x, box.y));
    doc.shapes.get(id)?.set('size', rounded(box.width, box.height));
  });
}

/** The nodes leave the groups they were in. */
export function groupNodes(doc: LabDocument, nodes: Iterable<string>): string | undefined {
  const members = [...nodes].filter((id) => doc.nodes.has(id));
  if (members.length === 0) return undefined;
  const id = newId();
  doc.edit(() => {
    leaveGroups(doc, new Set(members));
    const refs = members.map((node) => encodeRef({ node }));
    doc.shapes.set(id, element(nextOrder(doc.shapes), { kind: 'group', members: refs }));
  });
  return id;
}

export function removeShapes(doc: LabDocument, ids: Iterable<string>): void {
  doc.edit(() => {
    for (const id of ids) doc.shapes.delete(id);
  });
}

/** A group that nobody is left in goes. */
export function leaveGroups(doc: LabDocument, nodes: ReadonlySet<string>): void {
  for (const [id, shape] of [...doc.shapes.entries()]) {
    const members = shape.get('members');
    if (!Array.isArray(members)) continue;
    const staying = (members as string[]).filter((stored) => {
      const ref = decodeRef(stored);
      return !('node' in ref && nodes.has(ref.node));
    });
    if (staying.length === members.length) continue;
    if (staying.length === 0) doc.shapes.delete(id);
    else shape.set('members', staying);
  }
}
