/** Drags while they happen: one's own for the others to see, and theirs. */
import { useEffect, useMemo } from 'react';
import type { Point } from '@/doc';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { useCanvas } from './canvasStore';

/** More than these are told of when they are dropped. */
const SHARED_NODES = 200;

/** Has the others see where nodes are while they are dragged here. */
export function useSharedDrag(): void {
  const { presence } = useLab();
  useEffect(() => {
    let before = useCanvas.getState().dragged;
    return useCanvas.subscribe(({ dragged }) => {
      if (dragged === before) return;
      before = dragged;
      presence.share({ drag: dragged && shared(dragged) });
    });
  }, [presence]);
}

function shared(dragged: ReadonlyMap<string, Point>): Record<string, [number, number]> {
  const first = [...dragged].slice(0, SHARED_NODES);
  return Object.fromEntries(first.map(([id, { x, y }]) => [id, [Math.round(x), Math.round(y)]]));
}

/** Places of nodes that are being dragged, here or elsewhere; who drags here sees their own hand. */
export function useDragged(): ReadonlyMap<string, Point> | null {
  const own = useCanvas((canvas) => canvas.dragged);
  const others = useView((view) => view.othersDrag);
  return useMemo(() => (own && others ? new Map([...others, ...own]) : (own ?? others)), [own, others]);
}
