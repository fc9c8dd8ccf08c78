import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { t } from '@/i18n';
import { cellPlace } from '@/state/matrix';
import { useMatrixView } from '../matrixView';
import { cellAt, indexAt, type Facet } from '../shownMatrix';
import { cellText, columnLabels } from '../words';
import { CellTip } from './CellTip';
import { cellUnder, mapGeometry, scrollTo, type MapGeometry, type Scroll } from './geometry';
import css from './HeatMap.module.css';
import { paintAxes, type Pointed } from './paintAxes';
import { paintCells, type Scene } from './paintCells';
import { useMarked } from './useMarked';
import { useArrowKeys } from './useArrowKeys';
import { pageFont } from './palette';
import { sharpContext, usePalette, useSize, useWidest } from './useHeatMap';

const NO_SCROLL: Scroll = { left: 0, top: 0 };

/** Who reaches whom by one probe, a cell a pair: sources down the side, targets along the top. */
export function HeatMap({ shown }: { shown: Facet }) {
  const frame = useRef<HTMLDivElement>(null);
  const cells = useRef<HTMLCanvasElement>(null);
  const axes = useRef<HTMLCanvasElement>(null);
  const window_px = useSize(frame);
  const [scroll, setScroll] = useState(NO_SCROLL);
  const labels = useLabels(shown);
  const geometry = useGeometry(shown, labels, window_px);
  const palette = usePalette();
  const { colours, hovered, chosen, look } = useMatrixView(
    useShallow(({ colours, hovered, chosen, look }) => ({ colours, hovered, chosen, look })),
  );
  const marked = useMarked(shown);
  const pointedAt = (index: number | null) => pointed(shown, index);
  const isOurs = (index: number | null) =>
    index !== null && cellPlace(shown.matrix, index).probe === shown.probe;
  const scene: Scene = { shown, geometry, scroll, window_px, palette, colours };

  useEffect(() => {
    const context = sharpContext(cells.current, window_px);
    if (context) paintCells(context, scene);
  });
  useEffect(() => {
    const context = sharpContext(axes.current, window_px);
    if (context === null) return;
    const over = { pointed: pointedAt(hovered ?? chosen), chosen: isOurs(chosen) ? pointedAt(chosen) : null };
    paintAxes(context, { ...scene, ...labels, ...over, marked, font: pageFont() });
  });

  const choose = (place: Pointed) => {
    look({ chosen: indexAt(shown, place.row, place.column), hovered: null });
    const to = scrollTo(geometry, place, scroll, window_px);
    frame.current?.scrollTo(to);
  };
  const onKeyDown = useArrowKeys(geometry, pointedAt(chosen), choose, () => look({ chosen: null }));
  const under = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return cellUnder(geometry, { x: event.clientX - box.left, y: event.clientY - box.top }, scroll);
  };
  const spoken = chosen === null || !isOurs(chosen) ? null : cellAt(shown, chosen);
  return (
    <div
      ref={frame}
      className={css.frame}
      role="application"
      aria-roledescription={t('heat map')}
      aria-label={t(
        'Matrix by {probe}: {rows} sources down, {columns} targets across. Arrow keys go from cell to cell; the table has the same in rows.',
        { probe: shown.matrix.probes[shown.probe] ?? '', rows: geometry.rows, columns: geometry.columns },
      )}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget: { scrollLeft, scrollTop } }) =>
        setScroll({ left: scrollLeft, top: scrollTop })
      }
      onPointerMove={(event) => {
        const place = under(event);
        const index = place && indexAt(shown, place.row, place.column);
        if (index !== hovered) look({ hovered: index });
      }}
      onPointerLeave={() => look({ hovered: null })}
      onClick={() => {
        if (hovered !== null) look({ chosen: hovered === chosen ? null : hovered });
      }}
    >
      <div className={css.layer} style={{ width: window_px.width, height: window_px.height }}>
        <canvas ref={cells} className={css.canvas} />
        <canvas ref={axes} className={css.canvas} />
        {hovered !== null && isOurs(hovered) && (
          <CellTip shown={shown} index={hovered} scene={scene} at={pointedAt(hovered)} />
        )}
      </div>
      <div style={{ width: geometry.width_px, height: geometry.height_px, marginTop: -window_px.height }} />
      <p className="vw-sr-only" aria-live="polite">
        {spoken && cellText(spoken)}
      </p>
    </div>
  );
}

interface Labels {
  rowLabels: readonly string[];
  columnLabels: readonly string[];
}

function useLabels({ matrix, columns }: Facet): Labels {
  const { sources, targets } = matrix;
  return useMemo(() => {
    const all = columnLabels({ targets });
    return { rowLabels: sources, columnLabels: columns.map((number) => all[number] ?? '') };
  }, [sources, targets, columns]);
}

function useGeometry(
  { matrix, columns }: Facet,
  labels: Labels,
  window_px: { width: number; height: number },
): MapGeometry {
  const zoom = useMatrixView((view) => view.zoom);
  return mapGeometry({
    rows: matrix.sources.length,
    columns: columns.length,
    rowLabel_px: useWidest(labels.rowLabels),
    columnLabel_px: useWidest(labels.columnLabels),
    width_px: window_px.width,
    height_px: window_px.height,
    zoom,
  });
}

/** A cell's place among what is in sight; a cell of another probe lies at the same place. */
function pointed({ matrix, columns }: Facet, index: number | null): Pointed | null {
  if (index === null) return null;
  const { source, target } = cellPlace(matrix, index);
  const column = columns.indexOf(target);
  return column < 0 || source >= matrix.sources.length ? null : { row: source, column };
}
