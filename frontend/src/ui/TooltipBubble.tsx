import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Kbd } from './Kbd';
import css from './Tooltip.module.css';

export type Side = 'top' | 'right' | 'bottom' | 'left';

const GAP_PX = 7;
const MARGIN_PX = 8;
const OPPOSITE: Readonly<Record<Side, Side>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

interface Size {
  width: number;
  height: number;
}

interface Props {
  id: string;
  anchor: HTMLElement;
  side: Side;
  shortcut: string | undefined;
  onKeep: () => void;
  onLeave: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The label itself, placed beside its anchor and kept inside of the window. */
export function TooltipBubble({ id, anchor, side, shortcut, onKeep, onLeave, onClose, children }: Props) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (bubble.current === null) return;
    const { x, y } = placed(anchor.getBoundingClientRect(), bubble.current.getBoundingClientRect(), side);
    bubble.current.style.translate = `${x}px ${y}px`;
  });
  useClosing(anchor, onClose);
  return createPortal(
    <div
      ref={bubble}
      id={id}
      role="tooltip"
      className={css.tooltip}
      onPointerEnter={onKeep}
      onPointerLeave={onLeave}
    >
      {children}
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </div>,
    document.body,
  );
}

/** Escape closes it, and so does whatever moves or removes what it is about. */
function useClosing(anchor: HTMLElement, onClose: () => void): void {
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onClose();
    };
    const watch = new MutationObserver(() => {
      if (!anchor.isConnected) onClose();
    });
    watch.observe(document.body, { childList: true, subtree: true });
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('scroll', onClose, true);
    return () => {
      watch.disconnect();
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('scroll', onClose, true);
    };
  }, [anchor, onClose]);
}

function fits(side: Side, anchor: DOMRect, size: Size): boolean {
  if (side === 'top') return anchor.top - GAP_PX - size.height >= MARGIN_PX;
  if (side === 'bottom') return anchor.bottom + GAP_PX + size.height <= window.innerHeight - MARGIN_PX;
  if (side === 'left') return anchor.left - GAP_PX - size.width >= MARGIN_PX;
  return anchor.right + GAP_PX + size.width <= window.innerWidth - MARGIN_PX;
}

function placed(anchor: DOMRect, size: Size, wanted: Side): { x: number; y: number } {
  const side = fits(wanted, anchor, size) ? wanted : OPPOSITE[wanted];
  const middle = {
    x: anchor.left + (anchor.width - size.width) / 2,
    y: anchor.top + (anchor.height - size.height) / 2,
  };
  const beside = {
    top: { x: middle.x, y: anchor.top - GAP_PX - size.height },
    bottom: { x: middle.x, y: anchor.bottom + GAP_PX },
    left: { x: anchor.left - GAP_PX - size.width, y: middle.y },
    right: { x: anchor.right + GAP_PX, y: middle.y },
  }[side];
  return {
    x: inside(beside.x, size.width, window.innerWidth),
    y: inside(beside.y, size.height, window.innerHeight),
  };
}

function inside(start: number, size: number, room: number): number {
  return Math.round(Math.max(MARGIN_PX, Math.min(start, room - size - MARGIN_PX)));
}
