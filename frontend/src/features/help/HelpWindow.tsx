import { lazy, Suspense } from 'react';
import { useView } from '@/state/view';

const ShortcutHelp = lazy(async () => ({ default: (await import('./ShortcutHelp')).ShortcutHelp }));

/** The list of shortcuts, while it is asked for. */
export function HelpWindow() {
  const open = useView((view) => view.window === 'shortcuts');
  if (!open) return null;
  return (
    <Suspense>
      <ShortcutHelp />
    </Suspense>
  );
}
