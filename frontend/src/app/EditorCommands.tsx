import { Suspense, useEffect, useMemo } from 'react';
import { historyCommands, useCommands, useRegister, useShortcuts } from '@/commands';
import { useLab } from '@/state/lab';
import { lazyPart } from '@/ui';

const LaterCommands = lazyPart(async () => (await import('./LaterCommands')).LaterCommands, true);

/** The commands that are there whatever the screen shows; its parts register theirs beside them. */
export function EditorCommands() {
  const { doc, canEdit, canRun } = useLab();
  useEffect(() => useCommands.setState({ may: { edit: canEdit, run: canRun } }), [canEdit, canRun]);
  useRegister(useMemo(() => historyCommands(doc), [doc]));
  useShortcuts();
  return (
    <Suspense>
      <LaterCommands />
    </Suspense>
  );
}
