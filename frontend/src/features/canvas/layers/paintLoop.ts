/** A canvas that is painted again at most once a frame, when one of its sources says so. */
import type { useStoreApi } from '@xyflow/react';

type Subscribe = (listener: () => void) => () => void;

/** Returns how to stop. */
export function paintLoop(paint: () => void, sources: readonly Subscribe[]): () => void {
  let asked = 0;
  const ask = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      paint();
    });
  };
  const stops = sources.map((subscribe) => subscribe(ask));
  ask();
  return () => {
    cancelAnimationFrame(asked);
    for (const stop of stops) stop();
  };
}

type FlowState = ReturnType<ReturnType<typeof useStoreApi>['getState']>;

/** The source that says when the window shows another part of the drawing: the library's store changes far more often. */
export function viewOf(store: ReturnType<typeof useStoreApi>): Subscribe {
  const isSame = (now: FlowState, before: FlowState) =>
    now.transform === before.transform && now.width === before.width && now.height === before.height;
  return (listener) =>
    store.subscribe((now, before) => {
      if (!isSame(now, before)) listener();
    });
}

/** Makes the canvas as sharp as the screen; returns its brush, scaled to CSS pixels. */
export function freshBrush(
  canvas: HTMLCanvasElement,
  width_px: number,
  height_px: number,
): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(width_px * ratio), Math.round(height_px * ratio)];
  const brush = canvas.getContext('2d');
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  brush?.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush?.clearRect(0, 0, width_px, height_px);
  return brush;
}
