/** What happens on the canvas right now and concerns nobody else. */
import { create } from 'zustand';
import type { Point } from '@/doc';

export interface QuickAddAt {
  /** On the screen: where the menu opens. */
  screen: Point;
  /** On the canvas: where the node comes. */
  place: Point;
  /** The node a dropped link came from. */
  from: string | null;
}

interface CanvasState {
  /** Places of nodes while they are dragged; the document hears of it on drop. */
  dragged: ReadonlyMap<string, Point> | null;
  /** Drags on empty space select, or move the view. */
  tool: 'select' | 'pan';
  /** The node a link is being drawn from by keyboard. */
  linkFrom: string | null;
  quickAdd: QuickAddAt | null;
  /** Too many cards are in sight: one canvas draws them all, and the view is for looking. */
  overview: boolean;
}

export const useCanvas = create<CanvasState>(() => ({
  dragged: null,
  tool: 'select',
  linkFrom: null,
  quickAdd: null,
  overview: false,
}));
