/** How other parts of the screen reach the canvas that is shown, without knowing it. */
import { create } from 'zustand';
import type { Point } from '@/doc';

interface Viewport {
  /** A free spot near the middle of what is in sight; set by the canvas while it is there. */
  freePlace: () => Point;
  focusCanvas: () => void;
  /** Has this point in the middle. */
  centre: (place: Point) => void;
  /** Brings these nodes into sight. */
  fit: (nodes: ReadonlySet<string>) => void;
}

export const useViewport = create<Viewport>(() => ({
  freePlace: () => ({ x: 0, y: 0 }),
  focusCanvas: () => undefined,
  centre: () => undefined,
  fit: () => undefined,
}));

/** The type of what is dragged from the palette to the canvas. */
export const KIND_MIME = 'application/x-vethwork-kind';
