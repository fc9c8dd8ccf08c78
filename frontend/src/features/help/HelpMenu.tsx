import { CircleQuestionMark, Command, Footprints, Keyboard } from 'lucide-react';
import { t } from '@/i18n';
import { startTour } from '@/state/tour';
import { openWindow } from '@/state/view';
import { IconButton, Menu, MenuItem } from '@/ui';

const ICON = 15;

/** Help at hand: what keys there are, every command, the tour. */
export function HelpMenu() {
  return (
    <Menu trigger={<IconButton label={t('Help')} icon={<CircleQuestionMark size={17} aria-hidden />} />}>
      <MenuItem
        icon={<Keyboard size={ICON} aria-hidden />}
        shortcut="?"
        onSelect={() => openWindow('shortcuts')}
      >
        {t('Keyboard shortcuts')}
      </MenuItem>
      <MenuItem
        icon={<Command size={ICON} aria-hidden />}
        shortcut="Mod+K"
        onSelect={() => openWindow('commands')}
      >
        {t('Command palette')}
      </MenuItem>
      <MenuItem icon={<Footprints size={ICON} aria-hidden />} onSelect={startTour}>
        {t('Take the guided tour')}
      </MenuItem>
    </Menu>
  );
}
