import { t } from '@/i18n';
import { openDock } from '@/state/view';
import type { Command } from './command';

/** Opens one of the panels below the canvas. */
export function panelCommands(panels: readonly { id: string; label: string }[]): readonly Command[] {
  return panels.map(({ id, label }) => ({
    id: `panel.${id}`,
    title: t('Open {panel}', { panel: label }),
    group: 'Panels',
    run: () => openDock(id),
  }));
}
