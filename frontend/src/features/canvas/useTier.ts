import { useEffect } from 'react';
import { useStoreApi } from '@xyflow/react';
import type { Point } from '@/doc';
import { useLab } from '@/state/lab';
import { useCanvas } from './canvasStore';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from './size';

/** With more cards than this in sight one canvas draws them all; below the second number they are cards again. */
const OVERVIEW_ABOVE = 220;
const CARDS_BELOW = 150;

/** How many cards lie in the window. */
export function countInSight(
  places: Iterable<Point>,
  [x, y, zoom]: readonly [number, number, number],
  width_px: number,
  height_px: number,
): number {
  const [left, top] = [-x / zoom - CARD_WIDTH_PX, -y / zoom - CARD_HEIGHT_PX];
  const [right, bottom] = [(width_px - x) / zoom, (height_px - y) / zoom];
  let count = 0;
  for (const place of places) {
    if (place.x > left && place.x < right && place.y > top && place.y < bottom) count += 1;
  }
  return count;
}

/** Chooses how the drawing is shown; two thresholds, so that a small move never flips it to and fro. */
export function useTier(): void {
  const { doc } = useLab();
  const store = useStoreApi();
  useEffect(() => {
    const choose = () => {
      const { transform, width, height } = store.getState();
      const { positions } = doc.projection;
      const { overview } = useCanvas.getState();
      const limit = overview ? CARDS_BELOW : OVERVIEW_ABOVE;
      const wanted =
        positions.size > limit && countInSight(positions.values(), transform, width, height) > limit;
      if (wanted !== overview) useCanvas.setState({ overview: wanted });
    };
    choose();
    const stops = [store.subscribe(choose), doc.subscribe(choose)];
    return () => {
      for (const stop of stops) stop();
      useCanvas.setState({ overview: false });
    };
  }, [doc, store]);
}
