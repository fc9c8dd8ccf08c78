import { useEffect, useRef, type PointerEvent } from 'react';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import type { NodeKind, Projection } from '@/doc';
import { onThemeChange, resolveTokens } from '@/lib/cssColor';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';
import css from './Minimap.module.css';
import { freshBrush, paintLoop, viewOf } from './paintLoop';
import { mapFrame, toCanvas, type Frame } from './mapFrame';

const WIDTH_PX = 168;
const HEIGHT_PX = 112;

/** The drawing in a corner; drag there to move the view. */
export function MinimapCanvas() {
  const { doc } = useLab();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<Frame | null>(null);
  const store = useStoreApi();
  const { setCenter, getZoom } = useReactFlow();
  useEffect(() => {
    let colours = resolveTokens(TOKENS);
    const draw = () => {
      const { transform, width, height } = store.getState();
      const window_ = { x: -transform[0] / transform[2], y: -transform[1] / transform[2] };
      const seen = { ...window_, width: width / transform[2], height: height / transform[2] };
      frame.current = mapFrame(doc.projection.positions.values(), seen, WIDTH_PX, HEIGHT_PX);
      if (canvas.current) paint(canvas.current, frame.current, doc.projection, seen, colours);
    };
    const onTheme = (ask: () => void) =>
      onThemeChange(() => {
        colours = resolveTokens(TOKENS);
        ask();
      });
    return paintLoop(draw, [doc.subscribe, viewOf(store), useView.subscribe, onTheme]);
  }, [doc, store]);
  const jump = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons !== 1 || frame.current === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    const at = toCanvas(frame.current, { x: event.clientX - box.x, y: event.clientY - box.y });
    void setCenter(at.x, at.y, { zoom: getZoom() });
  };
  return (
    <canvas
      ref={canvas}
      className={css.map}
      style={{ width: WIDTH_PX, height: HEIGHT_PX }}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        jump(event);
      }}
      onPointerMove={jump}
    />
  );
}

const TOKENS = [
  '--kind-host',
  '--kind-router',
  '--kind-switch',
  '--kind-internet',
  '--accent',
  '--accent-soft',
  '--link',
] as const;
type Colours = Record<(typeof TOKENS)[number], string>;
const KIND_TOKEN: Record<NodeKind, (typeof TOKENS)[number]> = {
  host: '--kind-host',
  router: '--kind-router',
  switch: '--kind-switch',
  internet: '--kind-internet',
};

function paint(
  canvas: HTMLCanvasElement,
  { scale, x, y }: Frame,
  projection: Projection,
  seen: { x: number; y: number; width: number; height: number },
  colours: Colours,
): void {
  const brush = freshBrush(canvas, WIDTH_PX, HEIGHT_PX);
  if (brush === null) return;
  brush.scale(scale, scale);
  brush.translate(-x, -y);
  brush.fillStyle = colours['--accent-soft'];
  brush.fillRect(seen.x, seen.y, seen.width, seen.height);
  const selected = useView.getState().nodes;
  for (const [id, node] of projection.nodes) {
    const place = projection.positions.get(id);
    if (place === undefined) continue;
    brush.fillStyle = colours[selected.has(id) ? '--accent' : KIND_TOKEN[node.kind]];
    brush.fillRect(place.x, place.y, CARD_WIDTH_PX, CARD_HEIGHT_PX);
  }
  brush.strokeStyle = colours['--accent'];
  brush.lineWidth = 1.5 / scale;
  brush.strokeRect(seen.x, seen.y, seen.width, seen.height);
}
