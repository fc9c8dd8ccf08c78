import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { cx } from '@/lib/cx';
import css from './Splitter.module.css';

const STEP_PX = 24;

/** A bar that resizes the panel on its far side (right of a vertical bar, below a horizontal one). */
export function Splitter({
  label,
  orientation,
  sizePx,
  minPx,
  maxPx,
  onResize,
}: {
  label: string;
  orientation: 'vertical' | 'horizontal';
  sizePx: number;
  minPx: number;
  maxPx: number;
  onResize: (sizePx: number) => void;
}) {
  const grab = useRef<{ at: number; sizePx: number } | null>(null);
  const place = (event: PointerEvent) => (orientation === 'vertical' ? event.clientX : event.clientY);
  const resize = (wanted: number) => onResize(Math.round(Math.min(maxPx, Math.max(minPx, wanted))));
  const onKeyDown = (event: KeyboardEvent) => {
    const grow = orientation === 'vertical' ? 'ArrowLeft' : 'ArrowUp';
    const shrink = orientation === 'vertical' ? 'ArrowRight' : 'ArrowDown';
    if (event.key === grow) resize(sizePx + STEP_PX);
    else if (event.key === shrink) resize(sizePx - STEP_PX);
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={sizePx}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      className={cx(css.splitter, css[orientation])}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grab.current = { at: place(event), sizePx };
      }}
      onPointerMove={(event) => {
        if (grab.current) resize(grab.current.sizePx + grab.current.at - place(event));
      }}
      onPointerUp={() => {
        grab.current = null;
      }}
      onPointerCancel={() => {
        grab.current = null;
      }}
    />
  );
}
