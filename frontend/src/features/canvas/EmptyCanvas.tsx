import { lazy, Suspense } from 'react';
import { useLab, useTopology } from '@/state/lab';

const CanvasStarters = lazy(async () => ({ default: (await import('./CanvasStarters')).CanvasStarters }));

/** What an empty lab offers. */
export function EmptyCanvas() {
  const { canEdit } = useLab();
  const isEmpty = useTopology((projection) => projection.nodes.size === 0);
  if (!isEmpty || !canEdit) return null;
  return (
    <Suspense>
      <CanvasStarters />
    </Suspense>
  );
}
