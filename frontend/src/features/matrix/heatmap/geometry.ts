/** Where cells and labels of the heat map lie; lengths in CSS pixels. */

export interface MapGeometry {
  rows: number;
  columns: number;
  cell_px: number;
  /** Room for the names of the rows and of the columns. */
  left_px: number;
  top_px: number;
  /** Names of columns that do not fit side by side are slanted. */
  slanted: boolean;
  /** Each how many-th name is written; slanted ones need more room. */
  rowLabelEvery: number;
  columnLabelEvery: number;
  /** The whole map; more than its window when it has to scroll. */
  width_px: number;
  height_px: number;
}

export interface MapRequest {
  rows: number;
  columns: number;
  /** Widest names. */
  rowLabel_px: number;
  columnLabel_px: number;
  /** The window. */
  width_px: number;
  height_px: number;
  zoom: number;
}

export const SLANT = Math.PI / 4;
const LARGEST_CELL_PX = 52;
const SMALLEST_CELL_PX = 4;
/** A small map rather scrolls than becomes hard to read. */
const LEGIBLE_CELL_PX = 24;
const LEGIBLE_ROWS = 12;
const LARGEST_ZOOMED_PX = 72;
const LABEL_LINE_PX = 13;
const GAP_PX = 8;
const LONGEST_LABEL_PX = 150;

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The largest cells with which everything is in sight, within reason; then the zoom. */
export function mapGeometry(request: MapRequest): MapGeometry {
  const { rows, columns, width_px, height_px, zoom } = request;
  const rowLabel_px = Math.min(request.rowLabel_px, LONGEST_LABEL_PX);
  const columnLabel_px = Math.min(request.columnLabel_px, LONGEST_LABEL_PX);
  const left_px = rowLabel_px + 2 * GAP_PX;
  const flat = LABEL_LINE_PX + 2 * GAP_PX;
  const slant = columnLabel_px * Math.sin(SLANT) + LABEL_LINE_PX + GAP_PX;
  const fit = (top_px: number, right_px: number) =>
    Math.min((width_px - left_px - right_px) / columns, (height_px - top_px - GAP_PX) / rows);
  const zoomed = (cell: number) => {
    const least = Math.max(rows, columns) <= LEGIBLE_ROWS ? LEGIBLE_CELL_PX : SMALLEST_CELL_PX;
    const base = clamp(Math.floor(cell), least, LARGEST_CELL_PX);
    return clamp(Math.round(base * zoom), SMALLEST_CELL_PX, LARGEST_ZOOMED_PX);
  };
  const flatCell_px = zoomed(fit(flat, GAP_PX));
  const slanted = columnLabel_px + GAP_PX > flatCell_px;
  const right_px = slanted ? slant : GAP_PX;
  const cell_px = slanted ? zoomed(fit(slant, right_px)) : flatCell_px;
  const top_px = slanted ? slant : flat;
  return {
    rows,
    columns,
    cell_px,
    left_px,
    top_px,
    slanted,
    rowLabelEvery: Math.ceil(LABEL_LINE_PX / cell_px),
    columnLabelEvery: Math.ceil(LABEL_LINE_PX / (slanted ? Math.sin(SLANT) * cell_px : cell_px)),
    width_px: left_px + columns * cell_px + right_px,
    height_px: top_px + rows * cell_px + GAP_PX,
  };
}

export interface Scroll {
  left: number;
  top: number;
}

/** The cell under a point of the window, if there is one. */
export function cellUnder(
  geometry: MapGeometry,
  point: { x: number; y: number },
  scroll: Scroll,
): { row: number; column: number } | null {
  if (point.x < geometry.left_px || point.y < geometry.top_px) return null;
  const column = Math.floor((point.x - geometry.left_px + scroll.left) / geometry.cell_px);
  const row = Math.floor((point.y - geometry.top_px + scroll.top) / geometry.cell_px);
  return column < geometry.columns && row < geometry.rows ? { row, column } : null;
}

/** First and one-after-last row or column of which something is in sight. */
export function inSight(
  geometry: MapGeometry,
  scroll: Scroll,
  window_px: { width: number; height: number },
): { rows: [number, number]; columns: [number, number] } {
  const { cell_px, left_px, top_px, rows, columns } = geometry;
  const range = (from_px: number, length_px: number, count: number): [number, number] => [
    clamp(Math.floor(from_px / cell_px), 0, count),
    clamp(Math.ceil((from_px + length_px) / cell_px), 0, count),
  ];
  return {
    rows: range(scroll.top, window_px.height - top_px, rows),
    columns: range(scroll.left, window_px.width - left_px, columns),
  };
}

/** How to scroll so that a cell is in sight. */
export function scrollTo(
  geometry: MapGeometry,
  cell: { row: number; column: number },
  scroll: Scroll,
  window_px: { width: number; height: number },
): Scroll {
  const { cell_px, left_px, top_px } = geometry;
  const along = (number: number, now: number, length_px: number) =>
    clamp(now, (number + 1) * cell_px - length_px, number * cell_px);
  return {
    left: along(cell.column, scroll.left, window_px.width - left_px),
    top: along(cell.row, scroll.top, window_px.height - top_px),
  };
}
