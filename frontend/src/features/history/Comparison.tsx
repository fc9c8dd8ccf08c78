import { Suspense } from 'react';
import { useView } from '@/state/view';
import { lazyPart } from '@/ui';

const ComparisonView = lazyPart(async () => (await import('./ComparisonView')).ComparisonView);

/** Stands over the canvas while two drawings are compared. */
export function Comparison() {
  const compared = useView((view) => view.compared);
  return (
    compared && (
      <Suspense>
        <ComparisonView compared={compared} />
      </Suspense>
    )
  );
}
