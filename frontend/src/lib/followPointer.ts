/** A drag of our own, from the press of a button or finger until it is let go. */

/** `onEnd` hears whether to keep what was done: Escape and a lost pointer give it up. */
export function followPointer(
  pressed: { pointerId: number },
  onMove: (event: PointerEvent) => void,
  onEnd: (kept: boolean, event: Event) => void,
): void {
  const stop = new AbortController();
  const { signal } = stop;
  const isOurs = (event: PointerEvent) => event.pointerId === pressed.pointerId;
  const end = (kept: boolean, event: Event) => {
    stop.abort();
    onEnd(kept, event);
  };
  window.addEventListener('pointermove', (event) => isOurs(event) && onMove(event), { signal });
  window.addEventListener('pointerup', (event) => isOurs(event) && end(true, event), { signal });
  window.addEventListener('pointercancel', (event) => isOurs(event) && end(false, event), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end(false, event);
    },
    { signal, capture: true },
  );
}
