import { lazy, Suspense } from 'react';
import { useCanvas } from './canvasStore';

const QuickAddMenu = lazy(async () => ({ default: (await import('./QuickAddMenu')).QuickAddMenu }));

/** The menu of new nodes while it is asked for. */
export function QuickAdd() {
  const at = useCanvas((canvas) => canvas.quickAdd);
  return (
    at && (
      <Suspense>
        <QuickAddMenu at={at} />
      </Suspense>
    )
  );
}
