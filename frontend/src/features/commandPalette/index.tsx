import { lazy, Suspense } from 'react';
import { useView } from '@/state/view';

const CommandPalette = lazy(async () => ({ default: (await import('./CommandPalette')).CommandPalette }));

/** The command palette, while it is asked for. */
export function CommandWindow() {
  const open = useView((view) => view.window === 'commands');
  if (!open) return null;
  return (
    <Suspense>
      <CommandPalette />
    </Suspense>
  );
}
