import type { LabDocument } from '@/doc';
import type { Command } from './command';

export function historyCommands(doc: LabDocument): readonly Command[] {
  return [
    {
      id: 'edit.undo',
      title: 'Undo',
      group: 'Edit',
      keys: ['Mod+Z'],
      isEnabled: () => doc.history.undo,
      run: () => doc.undo(),
    },
    {
      id: 'edit.redo',
      title: 'Redo',
      group: 'Edit',
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      isEnabled: () => doc.history.redo,
      run: () => doc.redo(),
    },
  ];
}
