import { useEffect, useRef } from 'react';
import { useStoreApi } from '@xyflow/react';
import { onThemeChange, resolveTokens } from '@/lib/cssColor';
import { useLab } from '@/state/lab';
import { useDrift } from '@/state/drift';
import { useOverlay } from '@/state/overlay';
import { useProblems } from '@/state/problems';
import { useView } from '@/state/view';
import { useCanvas } from '../canvasStore';
import { keepLast } from '@/lib/keepLast';
import css from './Overview.module.css';
import { overviewPaths } from './overviewPaths';
import { OVERVIEW_TOKENS, paintOverview } from './paintOverview';
import { freshBrush, paintLoop } from './paintLoop';

/** The whole drawing on one canvas, while too many cards are in sight for the browser to lay out. */
export function Overview() {
  const shown = useCanvas((canvas) => canvas.overview);
  return shown ? <OverviewCanvas /> : null;
}

function OverviewCanvas() {
  const { doc } = useLab();
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  useEffect(() => {
    let colours = resolveTokens(OVERVIEW_TOKENS);
    const pathsFor = keepLast(overviewPaths);
    const paint = () => {
      const { transform, width, height } = store.getState();
      const brush = canvas.current && freshBrush(canvas.current, width, height);
      if (!brush) return;
      const { projection } = doc;
      const view = useView.getState();
      const { nodes: nodeStates, links: linkStates } = useOverlay.getState();
      const paths = pathsFor(projection, linkStates, view.nodes, view.links, view.lit);
      const problems = useProblems.getState().byElement;
      const drift = useDrift.getState().byElement;
      const size = { width_px: width, height_px: height };
      paintOverview(brush, { projection, paths, transform, ...size, nodeStates, problems, drift, colours });
    };
    const onTheme = (ask: () => void) =>
      onThemeChange(() => {
        colours = resolveTokens(OVERVIEW_TOKENS);
        ask();
      });
    return paintLoop(paint, [
      doc.subscribe,
      store.subscribe,
      useView.subscribe,
      useOverlay.subscribe,
      useProblems.subscribe,
      useDrift.subscribe,
      onTheme,
    ]);
  }, [doc, store]);
  return <canvas ref={canvas} className={css.overview} aria-hidden />;
}
