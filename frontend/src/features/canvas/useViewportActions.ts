import { useCallback, useEffect } from 'react';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { freePlace } from '@/doc';
import { motion_ms } from '@/lib/motion';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';
import { useCanvas } from './canvasStore';
import { centred } from './gestures/connect';
import { useFit } from './useFit';

const FIT_MS = 250;

/** Offers the canvas to other parts of the screen; returns how to open the quick-add menu without a mouse. */
export function useViewportActions(): () => void {
  const { doc } = useLab();
  const { screenToFlowPosition, flowToScreenPosition, setCenter, getZoom } = useReactFlow();
  const store = useStoreApi();
  const fit = useFit();
  const placeInSight = useCallback(() => {
    const box = store.getState().domNode?.getBoundingClientRect() ?? new DOMRect();
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    return freePlace(doc.projection, centred(screenToFlowPosition(middle)));
  }, [doc, store, screenToFlowPosition]);
  const focusCanvas = useCallback(() => {
    const [selected] = useView.getState().nodes;
    const { domNode } = store.getState();
    const card = domNode?.querySelector<HTMLElement>(`.react-flow__node[data-id="${selected ?? ''}"]`);
    (card ?? domNode)?.focus({ preventScroll: true });
  }, [store]);
  useEffect(() => {
    useViewport.setState({ freePlace: placeInSight, focusCanvas, fit: (nodes) => fit(nodes, FIT_MS) });
  }, [placeInSight, focusCanvas, fit]);
  useEffect(() => {
    useViewport.setState({
      centre: ({ x, y }) => void setCenter(x, y, { zoom: getZoom(), duration: motion_ms(FIT_MS) }),
    });
  }, [setCenter, getZoom]);
  return useCallback(() => {
    const place = placeInSight();
    useCanvas.setState({ quickAdd: { place, screen: flowToScreenPosition(place), from: null } });
  }, [placeInSight, flowToScreenPosition]);
}
