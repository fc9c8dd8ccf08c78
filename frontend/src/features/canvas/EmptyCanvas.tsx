import { Suspense } from 'react';
import { useLab, useTopology } from '@/state/lab';
import { useTour } from '@/state/tour';
import { lazyPart } from '@/ui';

const CanvasStarters = lazyPart(async () => (await import('./CanvasStarters')).CanvasStarters);

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
