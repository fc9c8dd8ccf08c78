/** Commands about the lab's text. */
import type { Command } from '@/commands';
import { t } from '@/i18n';
import { useView } from '@/state/view';

export function yamlCommands(): readonly Command[] {
  return [
    {
      id: 'panel.yaml-beside',
      title: t('YAML beside the canvas'),
      group: 'Panels',
      keys: ['Mod+Shift+Y'],
      inTexts: true,
      run: () => {
        const { yamlOpen, setPanels } = useView.getState();
        setPanels({ yamlOpen: !yamlOpen });
      },
    },
  ];
}
