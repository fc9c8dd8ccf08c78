import { ops, type LabDocument } from '@/doc';
import { KIND_LIST } from '@/elements';
import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';
import type { Command } from './command';

/** One command a kind of node; the new one comes where there is room, and is selected. */
export function addCommands(doc: LabDocument): readonly Command[] {
  return KIND_LIST.map(({ kind, addLabel }) => ({
    id: `add.${kind}`,
    title: addLabel,
    group: 'Draw',
    needs: 'edit',
    run: () => useView.getState().select([ops.addNode(doc, kind, useViewport.getState().freePlace())]),
  }));
}
