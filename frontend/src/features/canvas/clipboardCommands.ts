/** Copy, cut and paste by name; their keys are the browser's own. */
import type { Command } from '@/commands';
import type { LabDocument } from '@/doc';
import { t } from '@/i18n';
import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';
import { copySelection, pasteFromClipboard } from './gestures/clipboard';
import { removeSelection } from './gestures/edit';

export function clipboardCommands(doc: LabDocument): readonly Command[] {
  const hasThings = () => useView.getState().nodes.size + useView.getState().shapes.size > 0;
  return [
    {
      id: 'edit.copy',
      title: t('Copy'),
      group: 'Edit',
      keys: ['Mod+C'],
      byBrowser: true,
      isEnabled: hasThings,
      run: () => void copySelection(doc),
    },
    {
      id: 'edit.cut',
      needs: 'edit',
      title: t('Cut'),
      group: 'Edit',
      keys: ['Mod+X'],
      byBrowser: true,
      isEnabled: hasThings,
      run: () => void copySelection(doc).then(() => removeSelection(doc)),
    },
    {
      id: 'edit.paste',
      needs: 'edit',
      title: t('Paste'),
      group: 'Edit',
      keys: ['Mod+V'],
      byBrowser: true,
      run: () => void pasteFromClipboard(doc, useViewport.getState().freePlace()),
    },
  ];
}
