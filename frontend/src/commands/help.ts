import { t } from '@/i18n';
import { startTour } from '@/state/tour';
import { openWindow } from '@/state/view';
import type { Command } from './command';

export function helpCommands(): readonly Command[] {
  return [
    {
      id: 'help.commands',
      title: t('Command palette'),
      group: 'Help',
      keys: ['Mod+K'],
      inTexts: true,
      run: () => openWindow('commands'),
    },
    {
      id: 'help.shortcuts',
      title: t('Keyboard shortcuts'),
      group: 'Help',
      keys: ['?'],
      run: () => openWindow('shortcuts'),
    },
    {
      id: 'help.tour',
      title: t('Take the guided tour'),
      group: 'Help',
      needs: 'edit',
      run: startTour,
    },
  ];
}
