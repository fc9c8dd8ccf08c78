import { useCallback, useEffect } from 'react';
import { getViewportForBounds, useReactFlow, useStoreApi } from '@xyflow/react';
import type { Point, Projection } from '@/doc';
import { motion_ms } from '@/lib/motion';
import { useLab } from '@/state/lab';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from './size';

export const MIN_ZOOM = 0.04;
const MAX_FIT_ZOOM = 1.1;
/** Room for the palette at the left and the controls below. */
const PADDING = { top: '48px', right: '48px', bottom: '84px', left: '124px' } as const;

/** Brings the given nodes, or all, into sight. Without the canvas library's help: far away it has no nodes. */
export type Fit = (ids?: ReadonlySet<string>, duration_ms?: number) => void;

function boundsOf(places: readonly Point[]): { x: number; y: number; width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of places) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + CARD_WIDTH_PX);
    bottom = Math.max(bottom, y + CARD_HEIGHT_PX);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function placesOf({ nodes, positions }: Projection, ids: ReadonlySet<string> | undefined): Point[] {
  const wanted = ids ?? nodes.keys();
  return [...wanted].flatMap((id) => positions.get(id) ?? []);
}

export function useFit(): Fit {
  const { doc } = useLab();
  const store = useStoreApi();
  const { setViewport } = useReactFlow();
  return useCallback(
    (ids, duration_ms = 0) => {
      const { width, height } = store.getState();
      const places = placesOf(doc.projection, ids);
      if (places.length === 0 || width === 0) return;
      const bounds = boundsOf(places);
      const view = getViewportForBounds(bounds, width, height, MIN_ZOOM, MAX_FIT_ZOOM, PADDING);
      void setViewport(view, { duration: motion_ms(duration_ms) });
    },
    [doc, store, setViewport],
  );
}

/** Fits everything once, as soon as the canvas has a size. */
export function useFirstFit(): void {
  const fit = useFit();
  const store = useStoreApi();
  useEffect(() => {
    const ready = () => store.getState().width > 0 && store.getState().panZoom !== null;
    if (ready()) {
      fit();
      return undefined;
    }
    const stop = store.subscribe(() => {
      if (!ready()) return;
      stop();
      fit();
    });
    return stop;
  }, [fit, store]);
}
