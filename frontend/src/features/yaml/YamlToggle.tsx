import { FileCode2 } from 'lucide-react';
import { t } from '@/i18n';
import { useView } from '@/state/view';
import { IconButton } from '@/ui';

/** Opens and closes the text beside the canvas. */
export function YamlToggle() {
  const open = useView((view) => view.yamlOpen);
  const setPanels = useView((view) => view.setPanels);
  return (
    <IconButton
      label={t('YAML beside the canvas')}
      shortcut="Mod+Shift+Y"
      pressed={open}
      icon={<FileCode2 size={17} />}
      onClick={() => setPanels({ yamlOpen: !open })}
    />
  );
}
