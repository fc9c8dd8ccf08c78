import { Suspense } from 'react';
import { useLabState } from '@/features/run';
import { lazyPart } from '@/ui';

const SinceApply = lazyPart(async () => (await import('./SinceApply')).SinceApply);

/** How far the drawing is from what runs, once it is. */
export function EditedSinceApply() {
  const state = useLabState();
  return (
    state === 'changed' && (
      <Suspense>
        <SinceApply />
      </Suspense>
    )
  );
}
