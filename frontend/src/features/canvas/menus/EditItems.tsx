import type { ReactNode } from 'react';
import { Copy, CopyPlus, Scissors, Trash2 } from 'lucide-react';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { MenuItem, MenuSeparator } from '@/ui';
import { copySelection } from '../gestures/clipboard';
import { duplicateSelection, removeSelection } from '../gestures/edit';

const ICON = 15;

/** Entries for those alone who may edit. */
export function ForEditors({ children }: { children: ReactNode }) {
  return useLab().canEdit ? children : null;
}

/** What can be done with whatever is selected. */
export function CopyItems() {
  const { doc } = useLab();
  const cut = async () => {
    await copySelection(doc);
    removeSelection(doc);
  };
  return (
    <>
      <MenuItem icon={<Copy size={ICON} />} shortcut="Mod+C" onSelect={() => void copySelection(doc)}>
        {t('Copy')}
      </MenuItem>
      <ForEditors>
        <MenuItem icon={<Scissors size={ICON} />} shortcut="Mod+X" onSelect={() => void cut()}>
          {t('Cut')}
        </MenuItem>
        <MenuItem icon={<CopyPlus size={ICON} />} shortcut="Mod+D" onSelect={() => duplicateSelection(doc)}>
          {t('Duplicate')}
        </MenuItem>
      </ForEditors>
    </>
  );
}

export function RemoveItem() {
  const { doc } = useLab();
  return (
    <ForEditors>
      <MenuSeparator />
      <MenuItem icon={<Trash2 size={ICON} />} shortcut="Del" danger onSelect={() => removeSelection(doc)}>
        {t('Remove')}
      </MenuItem>
    </ForEditors>
  );
}
