import { useMemo } from 'react';
import {
  addCommands,
  HELP_COMMANDS,
  historyCommands,
  labCommands,
  panelCommands,
  THEME_COMMANDS,
  useRegister,
  useShortcuts,
} from '@/commands';
import type { OpenLab } from '@/state/lab';
import { DOCK_PANELS } from './panels';

/** The commands that are there whatever the screen shows; its parts register theirs beside them. */
export function useEditorCommands({ doc, provider }: OpenLab): void {
  const commands = useMemo(
    () => [
      ...addCommands(doc),
      ...historyCommands(doc),
      ...labCommands(provider),
      ...THEME_COMMANDS,
      ...panelCommands(DOCK_PANELS),
      ...HELP_COMMANDS,
    ],
    [doc, provider],
  );
  useRegister(commands);
  useShortcuts();
}
