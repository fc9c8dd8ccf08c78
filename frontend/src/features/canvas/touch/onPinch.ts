/** Two fingers move and zoom the view wherever they lie, also on cards, which take one finger for themselves. */
import type { ReactFlowInstance } from '@xyflow/react';
import type { Point } from '@/doc';
import { MAX_ZOOM, MIN_ZOOM } from '../useFit';
import { heldView, holdOf, type Hold } from './pinch';

type View = Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>;

/** `onStart` puts away what the first finger has begun. */
export function onPinch(canvas: HTMLElement, view: View, onStart: () => void): () => void {
  const stop = new AbortController();
  const listening = { signal: stop.signal, capture: true, passive: false };
  let held: Hold | null = null;
  const onChange = (event: TouchEvent) => {
    const fingers = fingersOn(canvas, event);
    if (fingers.length === 0) held = null;
    else if (held !== null || fingers.length > 1) {
      if (held === null) onStart();
      held = holdOf(fingers);
      event.stopPropagation();
    }
  };
  const onMove = (event: TouchEvent | PointerEvent) => {
    if (held === null) return;
    event.stopPropagation();
    if (!('touches' in event)) return;
    event.preventDefault();
    const now = holdOf(fingersOn(canvas, event));
    void view.setViewport(heldView(view.getViewport(), held, now, [MIN_ZOOM, MAX_ZOOM]));
    held = now;
  };
  window.addEventListener('touchstart', onChange, listening);
  window.addEventListener('touchmove', onMove, listening);
  window.addEventListener('pointermove', onMove, listening);
  window.addEventListener('touchend', onChange, listening);
  window.addEventListener('touchcancel', onChange, listening);
  return () => stop.abort();
}

/** Where fingers that began on the canvas are on it. */
function fingersOn(canvas: HTMLElement, { touches }: TouchEvent): Point[] {
  const box = canvas.getBoundingClientRect();
  return [...touches]
    .filter(({ target }) => target instanceof Node && canvas.contains(target))
    .map(({ clientX, clientY }) => ({ x: clientX - box.x, y: clientY - box.y }));
}
