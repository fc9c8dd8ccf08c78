import { useEffect } from 'react';
import { useCanvas } from './canvasStore';
import type { Angler } from './edges/angler';

/** What draws links in right angles, loaded once it is needed. */
export function useAngler(isNeeded: boolean): Angler | null {
  const angler = useCanvas((canvas) => canvas.angler);
  useEffect(() => {
    if (isNeeded)
      void import('./edges/angler').then((loaded) => useCanvas.setState({ angler: loaded.angler }));
  }, [isNeeded]);
  return isNeeded ? angler : null;
}
