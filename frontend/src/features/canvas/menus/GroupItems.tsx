import { Group, SquareDashed, Ungroup } from 'lucide-react';
import type { Point } from '@/doc';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { MenuItem, MenuSeparator } from '@/ui';
import { ForEditors } from './EditItems';
import { addRegion, groupSelection, selectedGroups, ungroupSelection } from '../gestures/arrange';

const ICON = 15;

export function GroupItems({ place }: { place: Point }) {
  const { doc } = useLab();
  return (
    <ForEditors>
      <MenuItem icon={<Group size={ICON} />} shortcut="Mod+G" onSelect={() => groupSelection(doc)}>
        {t('Group')}
      </MenuItem>
      {selectedGroups(doc.projection).length > 0 && (
        <MenuItem
          icon={<Ungroup size={ICON} />}
          shortcut="Mod+Shift+G"
          onSelect={() => ungroupSelection(doc)}
        >
          {t('Ungroup')}
        </MenuItem>
      )}
      <MenuItem icon={<SquareDashed size={ICON} />} onSelect={() => addRegion(doc, place)}>
        {t('Region behind it')}
      </MenuItem>
      <MenuSeparator />
    </ForEditors>
  );
}
