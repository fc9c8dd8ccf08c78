import { lazy, Suspense } from 'react';
import { useTopology } from '@/state/lab';

const CanvasStarters = lazy(async () => ({ default: (await import('./CanvasStarters')).CanvasStarters }));

/** What an empty lab offers. */
export function EmptyCanvas() {
  const isEmpty = useTopology((projection) => projection.nodes.size === 0);
  if (!isEmpty) return null;
  return (
    <Suspense>
      <CanvasStarters />
    </Suspense>
  );
}
