import type { LabDocument } from '@/doc';
import { t } from '@/i18n';
import type { Command } from './command';

export function historyCommands(doc: LabDocument): readonly Command[] {
  return [
    {
      id: 'edit.undo',
      needs: 'edit',
      title: t('Undo'),
      group: 'Edit',
      keys: ['Mod+Z'],
      isEnabled: () => doc.history.undo,
      run: () => doc.undo(),
    },
    {
      id: 'edit.redo',
      needs: 'edit',
      title: t('Redo'),
      group: 'Edit',
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      isEnabled: () => doc.history.redo,
      run: () => doc.redo(),
    },
  ];
}
