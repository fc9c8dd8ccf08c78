import { Suspense, useEffect, useMemo } from 'react';
import {
  addCommands,
  HELP_COMMANDS,
  historyCommands,
  labCommands,
  useCommands,
  useRegister,
  useShortcuts,
} from '@/commands';
import { YAML_COMMANDS } from '@/features/yaml';
import { useLab } from '@/state/lab';
import { lazyPart } from '@/ui';

const LaterCommands = lazyPart(async () => (await import('./LaterCommands')).LaterCommands, true);

/** The commands that are there whatever the screen shows; its parts register theirs beside them. */
export function EditorCommands() {
  const { doc, provider, canEdit, canRun } = useLab();
  const commands = useMemo(
    () => [
      ...addCommands(doc),
      ...historyCommands(doc),
      ...labCommands(provider),
      ...YAML_COMMANDS,
      ...HELP_COMMANDS,
    ],
    [doc, provider],
  );
  useEffect(() => useCommands.setState({ may: { edit: canEdit, run: canRun } }), [canEdit, canRun]);
  useRegister(commands);
  useShortcuts();
  return (
    <Suspense>
      <LaterCommands />
    </Suspense>
  );
}
