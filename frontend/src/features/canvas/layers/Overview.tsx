import { useEffect, useRef } from 'react';
import { useStoreApi } from '@xyflow/react';
import type { Point, Projection } from '@/doc';
import { onThemeChange, resolveTokens } from '@/lib/cssColor';
import { keepLast } from '@/lib/keepLast';
import { useDrift } from '@/state/drift';
import { useLab } from '@/state/lab';
import { useOverlay } from '@/state/overlay';
import { useProblems } from '@/state/problems';
import { useView } from '@/state/view';
import { useCanvas } from '../canvasStore';
import { useFarGestures } from '../far/useFarGestures';
import css from './Overview.module.css';
import { overviewPaths, selectionPaths } from './overviewPaths';
import { OVERVIEW_TOKENS, type OverviewScene } from './overviewScene';
import { paintOverview } from './paintOverview';
import { freshBrush, paintLoop, viewOf } from './paintLoop';

/** The whole drawing on one canvas, while too many cards are in sight for the browser to lay out, or it is zoomed. */
export function Overview() {
  const { doc } = useLab();
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  useFarGestures();
  const shown = useCanvas((state) => state.overview);
  useEffect(() => {
    let colours = resolveTokens(OVERVIEW_TOKENS);
    const scene = sceneMaker(doc);
    const paint = () => {
      if (!useCanvas.getState().overview) return;
      const { transform, width, height } = store.getState();
      const brush = canvas.current && freshBrush(canvas.current, width, height);
      if (!brush) return;
      paintOverview(brush, { ...scene(), transform, width_px: width, height_px: height, colours });
    };
    const onTheme = (ask: () => void) =>
      onThemeChange(() => {
        colours = resolveTokens(OVERVIEW_TOKENS);
        ask();
      });
    return paintLoop(paint, [
      doc.subscribe,
      viewOf(store),
      onHand,
      useView.subscribe,
      useOverlay.subscribe,
      useProblems.subscribe,
      useDrift.subscribe,
      onTheme,
    ]);
  }, [doc, store]);
  return <canvas ref={canvas} className={css.overview} hidden={!shown} aria-hidden />;
}

/** Calls back when something is dragged, or this canvas takes its turn. */
function onHand(ask: () => void): () => void {
  return useCanvas.subscribe((now, before) => {
    if (now.dragged !== before.dragged || now.overview !== before.overview) ask();
  });
}

type Seen = Pick<OverviewScene, 'transform' | 'width_px' | 'height_px' | 'colours'>;

/** Reads the stores for one frame; what they do not change is made once. */
function sceneMaker(doc: ReturnType<typeof useLab>['doc']): () => Omit<OverviewScene, keyof Seen> {
  const movedFor = keepLast(moved);
  const pathsFor = keepLast(overviewPaths);
  const selectionFor = keepLast(selectionPaths);
  return () => {
    const { nodes, links, lit, othersDrag } = useView.getState();
    const projection = movedFor(doc.projection, useCanvas.getState().dragged, othersDrag);
    const overlay = useOverlay.getState();
    return {
      projection,
      paths: pathsFor(projection, overlay.links, lit),
      selection: selectionFor(projection, nodes, links),
      nodeStates: overlay.nodes,
      addresses: overlay.addresses,
      problems: useProblems.getState().byElement,
      drift: useDrift.getState().byElement,
    };
  };
}

/** The drawing with what is in somebody's hand where it is held. */
function moved(projection: Projection, ...hands: (ReadonlyMap<string, Point> | null)[]): Projection {
  const held = hands.filter((hand) => hand !== null);
  if (held.length === 0) return projection;
  const positions = new Map(projection.positions);
  for (const hand of held.reverse())
    for (const [id, place] of hand) if (positions.has(id)) positions.set(id, place);
  return { ...projection, positions };
}
