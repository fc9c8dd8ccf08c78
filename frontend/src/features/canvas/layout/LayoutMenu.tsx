import { Network } from 'lucide-react';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { IconButton, Menu, MenuItem } from '@/ui';
import { arrange, LAYOUT_TITLES } from './commands';
import { LAYOUTS } from './kinds';

/** Lays out what is selected, or everything. */
export function LayoutMenu() {
  const { doc, canEdit } = useLab();
  const isWorth = useTopology(({ nodes }) => nodes.size > 1);
  if (!canEdit) return null;
  return (
    <Menu
      align="center"
      trigger={
        <IconButton
          label={t('Lay out')}
          side="top"
          size="s"
          disabled={!isWorth}
          icon={<Network size={16} />}
        />
      }
    >
      {LAYOUTS.map((kind) => (
        <MenuItem
          key={kind}
          {...(kind === 'down' && { shortcut: 'Shift+L' })}
          onSelect={() => void arrange(doc, kind)}
        >
          {LAYOUT_TITLES[kind]}
        </MenuItem>
      ))}
    </Menu>
  );
}
