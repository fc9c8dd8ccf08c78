import { useEffect } from 'react';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCanvas } from '../canvasStore';
import { openMenu } from '../gestures/menus';
import { onLongPress } from './onLongPress';
import { onPinch } from './onPinch';

/** What fingers do on the canvas beyond what a mouse does. */
export function useTouch(): void {
  const { getViewport, setViewport, screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const { domNode } = store.getState();
    if (domNode === null) return undefined;
    const letGo = () => useCanvas.setState({ dragged: null, guides: [] });
    const stops = [
      onPinch(domNode, { getViewport, setViewport }, letGo),
      onLongPress(domNode, (at, target) => openMenu(screenToFlowPosition, at, target)),
      followPointerType(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [store, getViewport, setViewport, screenToFlowPosition]);
}

/** Hints say what a finger or what a mouse does. */
function followPointerType(): () => void {
  const onDown = ({ pointerType }: PointerEvent) => {
    const byFinger = pointerType === 'touch';
    if (useCanvas.getState().byFinger !== byFinger) useCanvas.setState({ byFinger });
  };
  window.addEventListener('pointerdown', onDown, true);
  return () => window.removeEventListener('pointerdown', onDown, true);
}
