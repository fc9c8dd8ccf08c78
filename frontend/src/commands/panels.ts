import { openDock } from '@/state/view';
import type { Command } from './command';

/** Opens one of the panels below the canvas. */
export function panelCommands(panels: readonly { id: string; label: string }[]): readonly Command[] {
  return panels.map(({ id, label }) => ({
    id: `panel.${id}`,
    title: `Open ${label}`,
    group: 'Panels',
    run: () => openDock(id),
  }));
}
