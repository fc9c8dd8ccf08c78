/** A canvas that is painted again at most once a frame, when one of its sources says so. */

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
