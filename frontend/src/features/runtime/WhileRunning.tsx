import { Suspense, type ReactNode } from 'react';
import { isAnyThere, useOverlay } from '@/state/overlay';

/** What is shown, and loaded, only of a lab that runs. */
export function WhileRunning({ children }: { children: ReactNode }) {
  return useOverlay(isAnyThere) ? <Suspense>{children}</Suspense> : null;
}
