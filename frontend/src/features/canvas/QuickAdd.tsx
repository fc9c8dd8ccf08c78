import { Suspense } from 'react';
import { lazyPart } from '@/ui';
import { useCanvas } from './canvasStore';

const QuickAddMenu = lazyPart(async () => (await import('./QuickAddMenu')).QuickAddMenu);

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
