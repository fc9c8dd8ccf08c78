import { useEffect, type RefObject } from 'react';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { SHARED_ELEMENTS } from '@/doc';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';

/** Has the others see where this person points, what is selected here, and what is in sight. */
export function useSharedView(layer: RefObject<HTMLElement | null>): void {
  const { presence } = useLab();
  const { screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const canvas = layer.current?.parentElement;
    const onMove = (event: PointerEvent) => {
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      presence.share({ cursor: { x: Math.round(x), y: Math.round(y) } });
    };
    const onLeave = () => presence.share({ cursor: null });
    const shareSelection = () => {
      const { nodes, links, shapes } = useView.getState();
      presence.share({ selection: [...nodes, ...links, ...shapes].slice(0, SHARED_ELEMENTS) });
    };
    const shareViewport = () => {
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      const middle = { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom };
      presence.share({ viewport: { ...middle, zoom } });
    };
    shareSelection();
    shareViewport();
    const stops = [useView.subscribe(shareSelection), store.subscribe(shareViewport)];
    canvas?.addEventListener('pointermove', onMove);
    canvas?.addEventListener('pointerleave', onLeave);
    return () => {
      for (const stop of stops) stop();
      canvas?.removeEventListener('pointermove', onMove);
      canvas?.removeEventListener('pointerleave', onLeave);
    };
  }, [layer, presence, screenToFlowPosition, store]);
}
