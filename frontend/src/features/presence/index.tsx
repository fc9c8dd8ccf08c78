/** Who else is here, where they point, and what they look at. */
import { Suspense } from 'react';
import { lazyPart } from '@/ui';

const Layer = lazyPart(async () => (await import('./PresenceLayer')).PresenceLayer, true);
const List = lazyPart(async () => (await import('./People')).People);

/** Over the drawing. */
export function PresenceLayer() {
  return (
    <Suspense>
      <Layer />
    </Suspense>
  );
}

/** In the bar. */
export function People() {
  return (
    <Suspense>
      <List />
    </Suspense>
  );
}
