import { ops, roomBelow, type LabDocument, type WholeTopology } from '@/doc';
import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';

/** Puts a shape into the drawing where there is room; if its routes are worked out, the lab's are from now on. */
export function insertShape(doc: LabDocument, shape: WholeTopology): void {
  const ids = doc.edit(() => {
    const made = ops.pasteNodes(doc, shape, roomBelow(doc.projection, shape.layout ?? {}));
    if (shape.routing !== undefined && doc.projection.meta.routing === undefined)
      ops.setLabField(doc, 'routing', shape.routing);
    return made;
  });
  useView.getState().select(ids);
  useViewport.getState().fit(new Set(doc.projection.nodes.keys()));
}
