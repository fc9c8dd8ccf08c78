import { useEffect, useRef } from 'react';
import { useStoreApi } from '@xyflow/react';
import { onThemeChange, resolveTokens } from '@/lib/cssColor';
import { keepLast } from '@/lib/keepLast';
import { motion_ms } from '@/lib/motion';
import { useLab } from '@/state/lab';
import { usePath } from '@/state/path';
import { useRun } from '@/state/run';
import { useTraffic } from '@/state/traffic';
import { useView, type Hover } from '@/state/view';
import { useCanvas } from '../../canvasStore';
import { freshBrush, paintLoop } from '../paintLoop';
import { placedLinks } from './curves';
import { failuresByNode, type Failures } from './failures';
import { paintAbove } from './paintAbove';
import { paintBelow, TRAFFIC_TOKENS, type TrafficScene } from './paintBelow';
import css from './TrafficLayer.module.css';

/** With more busy links than this in the drawing nothing moves: widths then say it alone. */
const MOVING_MAX = 400;
const NO_FAILURES: ReadonlyMap<string, Failures> = new Map();

/** What runs, painted under and over the drawing in every tier: never as elements of the page. */
export function TrafficLayer() {
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  const { doc } = useLab();
  const store = useStoreApi();
  useEffect(() => {
    const scene = sceneMaker(doc);
    let colours = resolveTokens(TRAFFIC_TOKENS);
    const font = getComputedStyle(document.body).fontFamily;
    let again: () => void = () => undefined;
    const paint = () => {
      const { transform, width, height } = store.getState();
      const now = scene({ transform, width_px: width, height_px: height, colours });
      const under = below.current && freshBrush(below.current, width, height);
      const over = above.current && freshBrush(above.current, width, height);
      if (under) paintBelow(under, now);
      if (over) paintAbove(over, now, font);
      if (now.now_ms !== null) again();
    };
    const onTheme = (ask: () => void) =>
      onThemeChange(() => {
        colours = resolveTokens(TRAFFIC_TOKENS);
        ask();
      });
    return paintLoop(paint, [
      doc.subscribe,
      store.subscribe,
      useCanvas.subscribe,
      useView.subscribe,
      useTraffic.subscribe,
      usePath.subscribe,
      (ask) => useRun.subscribe(() => useView.getState().lens === 'failed' && ask()),
      onTheme,
      (ask) => {
        again = ask;
        return () => undefined;
      },
    ]);
  }, [doc, store]);
  return (
    <>
      <canvas ref={below} className={css.below} aria-hidden />
      <canvas ref={above} className={css.above} aria-hidden />
    </>
  );
}

type Frame = Pick<TrafficScene, 'transform' | 'width_px' | 'height_px' | 'colours'>;

/** Reads the stores for one frame; what they do not change is made once. */
function sceneMaker(doc: ReturnType<typeof useLab>['doc']): (frame: Frame) => TrafficScene {
  const linksOf = keepLast(placedLinks);
  const failuresOf = keepLast(failuresByNode);
  const drawings = keepLast((now: typeof doc.projection, then: typeof doc.projection) => ({ now, then }));
  const focusOf = keepLast(focused);
  return (frame) => {
    const { projection } = doc;
    const { dragged } = useCanvas.getState();
    const { lens, hover, links: selected } = useView.getState();
    const { links: traffic } = useTraffic.getState();
    const run = useRun.getState().matrix;
    const wantsFailures = lens === 'failed' && run?.matrix != null;
    const failures = wantsFailures
      ? failuresOf(run.matrix, drawings(projection, doc.projectionAt(run.run.revision)))
      : NO_FAILURES;
    const focus = focusOf(selected, hover);
    return {
      ...frame,
      lens,
      traffic,
      focus,
      failures,
      links: linksOf(projection, dragged),
      path: usePath.getState().path,
      placeOf: (node) => dragged?.get(node) ?? projection.positions.get(node),
      now_ms: moves(lens, traffic, focus) ? performance.now() : null,
    };
  };
}

function focused(selected: ReadonlySet<string>, { link }: Hover): ReadonlySet<string> {
  return link === undefined ? selected : new Set([...selected, link]);
}

function moves(
  lens: TrafficScene['lens'],
  traffic: TrafficScene['traffic'],
  focus: ReadonlySet<string>,
): boolean {
  if (motion_ms(1) === 0 || traffic.size === 0 || traffic.size > MOVING_MAX) return false;
  return lens === 'rates' || (lens !== 'heat' && [...focus].some((id) => traffic.has(id)));
}
