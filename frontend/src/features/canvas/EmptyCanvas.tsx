import { lazy, Suspense } from 'react';
import { useLab, useTopology } from '@/state/lab';
import { useTour } from '@/state/tour';

const CanvasStarters = lazy(async () => ({ default: (await import('./CanvasStarters')).CanvasStarters }));

/** What an empty lab offers. */
export function EmptyCanvas() {
  const { canEdit } = useLab();
  const isEmpty = useTopology((projection) => projection.nodes.size === 0);
  const touring = useTour((tour) => tour.on);
  if (!isEmpty || !canEdit || touring) return null;
  return (
    <Suspense>
      <CanvasStarters />
    </Suspense>
  );
}
