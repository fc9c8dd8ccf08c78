import { useEffect } from 'react';
import { useReactFlow, useStoreApi } from '@xyflow/react';

/** Keeps what is in the middle of the canvas there while a panel beside it opens, closes or is resized. */
export function useSteadyCentre(): void {
  const store = useStoreApi();
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    let { width, height } = store.getState();
    return store.subscribe((state) => {
      if (state.width === width && state.height === height) return;
      const known = width > 0 && height > 0;
      const { x, y, zoom } = getViewport();
      const moved = { x: x + (state.width - width) / 2, y: y + (state.height - height) / 2, zoom };
      ({ width, height } = state);
      if (known) void setViewport(moved);
    });
  }, [store, getViewport, setViewport]);
}
