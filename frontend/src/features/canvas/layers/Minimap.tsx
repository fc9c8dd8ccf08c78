import { lazy, Suspense } from 'react';
import { useTopology } from '@/state/lab';

const FROM_NODES = 12;

const MinimapCanvas = lazy(async () => ({ default: (await import('./MinimapCanvas')).MinimapCanvas }));

/** The whole drawing in a corner, and where the window is on it; drag there to move the view. */
export function Minimap() {
  const enough = useTopology((projection) => projection.nodes.size >= FROM_NODES);
  return (
    enough && (
      <Suspense>
        <MinimapCanvas />
      </Suspense>
    )
  );
}
