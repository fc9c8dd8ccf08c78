/** What a person does with the selection: remove, duplicate, select all. */
import { ops, type LabDocument, type Point } from '@/doc';
import { plural } from '@/lib/format';
import { useView } from '@/state/view';
import { toast } from '@/ui';

const COPY_SHIFT: Point = { x: 40, y: 40 };

export function removeSelection(doc: LabDocument): void {
  const { nodes, links, select } = useView.getState();
  if (nodes.size + links.size === 0) return;
  ops.removeElements(doc, { nodes, links });
  select([]);
  const what = nodes.size > 0 ? plural(nodes.size, 'node') : plural(links.size, 'link');
  toast({ title: `Removed ${what}`, action: { label: 'Undo', run: () => doc.undo() } });
}

export function selectAll(doc: LabDocument): void {
  useView.getState().select(doc.projection.nodes.keys(), doc.projection.links.keys());
}

export function duplicateSelection(doc: LabDocument): void {
  const { nodes, select } = useView.getState();
  if (nodes.size === 0) return;
  select(ops.pasteNodes(doc, ops.copyNodes(doc.projection, nodes), COPY_SHIFT));
}

/** Held arrow keys are one step of undo. */
export function nudgeSelection(doc: LabDocument, by: Point): void {
  const places = new Map<string, Point>();
  for (const id of useView.getState().nodes) {
    const at = doc.projection.positions.get(id);
    if (at) places.set(id, { x: at.x + by.x, y: at.y + by.y });
  }
  if (places.size > 0) ops.moveNodes(doc, places, 'nudge');
}
