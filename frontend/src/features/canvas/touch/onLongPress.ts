/** A finger that stays. What it does from then on until it is lifted is nothing else: no drag, no click. */
import type { Point } from '@/doc';

const LONG_PRESS_MS = 550;
/** A finger never keeps quite still. */
const TREMBLE_PX = 10;

export function onLongPress(
  canvas: HTMLElement,
  open: (at: Point, target: EventTarget | null) => void,
): () => void {
  const stop = new AbortController();
  const listening = { signal: stop.signal, capture: true, passive: false };
  let waiting: { timer: number; at: Point } | null = null;
  let isOpen = false;
  const forget = () => {
    if (waiting) window.clearTimeout(waiting.timer);
    waiting = null;
  };
  const onDown = (event: PointerEvent) => {
    forget();
    const isHere = event.target instanceof Node && canvas.contains(event.target) && !isTyping(event.target);
    if (event.pointerType !== 'touch' || !event.isPrimary || !isHere) return;
    isOpen = false;
    const at = { x: event.clientX, y: event.clientY };
    const timer = window.setTimeout(() => {
      forget();
      isOpen = true;
      open(at, event.target);
    }, LONG_PRESS_MS);
    waiting = { at, timer };
  };
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    if (waiting && Math.hypot(clientX - waiting.at.x, clientY - waiting.at.y) > TREMBLE_PX) forget();
  };
  /** Some browsers have a menu of their own for such a finger. */
  const onMenu = (event: Event) => {
    if (waiting === null && !isOpen) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onTouchMove = (event: TouchEvent) => {
    if (isOpen) event.stopPropagation();
  };
  const onLift = (event: TouchEvent) => {
    if (!isOpen) return;
    event.preventDefault();
    if (event.touches.length === 0) isOpen = false;
  };
  window.addEventListener('pointerdown', onDown, listening);
  window.addEventListener('pointermove', onMove, listening);
  window.addEventListener('contextmenu', onMenu, listening);
  window.addEventListener('touchmove', onTouchMove, listening);
  window.addEventListener('touchend', onLift, listening);
  for (const end of ['pointerup', 'pointercancel'] as const) window.addEventListener(end, forget, listening);
  return () => {
    forget();
    stop.abort();
  };
}

function isTyping(target: Node): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
