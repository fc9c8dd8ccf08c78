import { openWindow } from '@/state/view';
import type { Command } from './command';

export const HELP_COMMANDS: readonly Command[] = [
  {
    id: 'help.shortcuts',
    title: 'Keyboard shortcuts',
    group: 'Help',
    keys: ['?'],
    run: () => openWindow('shortcuts'),
  },
];
