import { useCallback, useEffect } from 'react';
import { getViewportForBounds, useReactFlow, useStoreApi } from '@xyflow/react';
import { boxAround, boxOf, type Box, type Projection } from '@/doc';
import { motion_ms } from '@/lib/motion';
import { useLab } from '@/state/lab';

export const MIN_ZOOM = 0.04;
export const MAX_ZOOM = 2.5;
const MAX_FIT_ZOOM = 1.1;
/** Room for the palette at the left and the controls below. */
const PADDING = { top: '48px', right: '48px', bottom: '84px', left: '124px' } as const;
/** In a narrow window the palette lies at the top; in a low one nothing is wasted. */
const NARROW_PX = 600;
const NARROW_PADDING = { top: '104px', right: '20px', bottom: '92px', left: '20px' } as const;
const LOW_PX = 300;
const LOW_PADDING = { top: '76px', right: '24px', bottom: '72px', left: '24px' } as const;

/** Brings the given nodes, or all, into sight. Without the canvas library's help: far away it has no nodes. */
export type Fit = (ids?: ReadonlySet<string>, duration_ms?: number) => void;

function boundsOf(projection: Projection, ids: ReadonlySet<string> | undefined): Box | undefined {
  const wanted = ids ?? [...projection.nodes.keys(), ...projection.shapes.keys()];
  return boxAround([...wanted].flatMap((id) => boxOf(projection, id) ?? []));
}

export function useFit(): Fit {
  const { doc } = useLab();
  const store = useStoreApi();
  const { setViewport } = useReactFlow();
  return useCallback(
    (ids, duration_ms = 0) => {
      const { width, height } = store.getState();
      const bounds = boundsOf(doc.projection, ids);
      if (bounds === undefined || width === 0) return;
      const padding = height < LOW_PX ? LOW_PADDING : width > NARROW_PX ? PADDING : NARROW_PADDING;
      const view = getViewportForBounds(bounds, width, height, MIN_ZOOM, MAX_FIT_ZOOM, padding);
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
