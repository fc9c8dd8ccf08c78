import { Suspense } from 'react';
import { useTopology } from '@/state/lab';
import { lazyPart } from '@/ui';

const FROM_NODES = 12;

const MinimapCanvas = lazyPart(async () => (await import('./MinimapCanvas')).MinimapCanvas, true);

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
