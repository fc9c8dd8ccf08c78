import { Suspense, useEffect } from 'react';
import { endTour, useTour } from '@/state/tour';
import { lazyPart } from '@/ui';

const TourCard = lazyPart(async () => (await import('./TourCard')).TourCard, true);

/** The guided tour, while somebody takes it; it ends with the lab it was begun in. */
export function Tour() {
  const on = useTour((tour) => tour.on);
  useEffect(() => () => endTour(false), []);
  if (!on) return null;
  return (
    <Suspense>
      <TourCard />
    </Suspense>
  );
}
