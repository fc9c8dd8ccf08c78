/** Who else is here, where they point, and what they look at. */
import { lazy, Suspense } from 'react';

const Layer = lazy(async () => ({ default: (await import('./PresenceLayer')).PresenceLayer }));
const List = lazy(async () => ({ default: (await import('./People')).People }));

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
