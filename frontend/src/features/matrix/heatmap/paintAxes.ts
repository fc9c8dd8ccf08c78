/** Draws what lies over the cells: the names along both axes, and the row and column that are pointed at. */
import { inSight, SLANT } from './geometry';
import type { Scene } from './paintCells';

export interface Pointed {
  row: number;
  column: number;
}

export interface Marked {
  rows: readonly number[];
  columns: readonly number[];
}

export interface AxesScene extends Scene {
  rowLabels: readonly string[];
  columnLabels: readonly string[];
  /** The row and column that stand out. */
  pointed: Pointed | null;
  /** The cell that is framed. */
  chosen: Pointed | null;
  /** Rows and columns of the nodes that are selected or pointed at on the canvas. */
  marked: Marked;
  font: string;
}

const LABEL_PX = 12;

export function paintAxes(context: CanvasRenderingContext2D, scene: AxesScene): void {
  const { window_px, pointed, chosen } = scene;
  context.clearRect(0, 0, window_px.width, window_px.height);
  context.font = `500 ${LABEL_PX}px ${scene.font}`;
  context.textBaseline = 'middle';
  paintMarked(context, scene);
  if (pointed) paintCross(context, scene, pointed);
  if (chosen) paintFrame(context, scene, chosen);
  paintRowLabels(context, scene, pointed);
  paintColumnLabels(context, scene, pointed);
}

function inCells(
  context: CanvasRenderingContext2D,
  { geometry, window_px }: AxesScene,
  paint: () => void,
): void {
  context.save();
  context.beginPath();
  context.rect(geometry.left_px - 2, geometry.top_px - 2, window_px.width, window_px.height);
  context.clip();
  paint();
  context.restore();
}

/** A frame round each row and column, and a bar beside it where the axes are. */
function paintMarked(context: CanvasRenderingContext2D, scene: AxesScene): void {
  const { geometry, scroll, palette, marked } = scene;
  const { left_px, top_px, cell_px, rows, columns } = geometry;
  const x = left_px - scroll.left;
  const y = top_px - scroll.top;
  inCells(context, scene, () => {
    context.strokeStyle = palette.accent;
    context.fillStyle = palette.accent;
    context.lineWidth = 2;
    for (const row of marked.rows) {
      context.strokeRect(x - 1, y + row * cell_px - 1, columns * cell_px, cell_px);
      context.fillRect(left_px - 2, y + row * cell_px - 1, 4, cell_px);
    }
    for (const column of marked.columns) {
      context.strokeRect(x + column * cell_px - 1, y - 1, cell_px, rows * cell_px);
      context.fillRect(x + column * cell_px - 1, top_px - 2, cell_px, 4);
    }
  });
}

/** Everything but the pointed row and column steps back. */
function paintCross(context: CanvasRenderingContext2D, scene: AxesScene, { row, column }: Pointed): void {
  const { geometry, scroll, palette } = scene;
  const { left_px, top_px, cell_px, rows, columns } = geometry;
  const x = left_px - scroll.left;
  const y = top_px - scroll.top;
  const gap = cell_px >= 17 ? 1 : 0.5;
  inCells(context, scene, () => {
    context.strokeStyle = palette.text;
    context.globalAlpha = 0.55;
    context.lineWidth = 1;
    context.strokeRect(x - gap, y + row * cell_px - gap, columns * cell_px, cell_px);
    context.strokeRect(x + column * cell_px - gap, y - gap, cell_px, rows * cell_px);
  });
}

function paintFrame(context: CanvasRenderingContext2D, scene: AxesScene, { row, column }: Pointed): void {
  const { geometry, scroll, palette } = scene;
  const { left_px, top_px, cell_px } = geometry;
  inCells(context, scene, () => {
    context.strokeStyle = palette.accent;
    context.lineWidth = 3;
    const x = left_px + column * cell_px - scroll.left - 1;
    const y = top_px + row * cell_px - scroll.top - 1;
    context.beginPath();
    context.roundRect(x - 0.5, y - 0.5, cell_px + 1, cell_px + 1, Math.min(8, cell_px * 0.2));
    context.stroke();
  });
}

function shortened(context: CanvasRenderingContext2D, text: string, room_px: number): string {
  if (context.measureText(text).width <= room_px) return text;
  let kept = text.length - 1;
  while (kept > 1 && context.measureText(`${text.slice(0, kept)}…`).width > room_px) kept -= 1;
  return `${text.slice(0, kept)}…`;
}

function paintRowLabels(context: CanvasRenderingContext2D, scene: AxesScene, pointed: Pointed | null): void {
  const { geometry, scroll, window_px, palette } = scene;
  const { left_px, top_px, cell_px, rowLabelEvery: labelEvery } = geometry;
  context.save();
  context.beginPath();
  context.rect(0, top_px - 6, left_px, window_px.height);
  context.clip();
  context.textAlign = 'right';
  const at = (row: number) => top_px + (row + 0.5) * cell_px - scroll.top - 1;
  const write = (row: number) =>
    context.fillText(shortened(context, scene.rowLabels[row] ?? '', left_px - 16), left_px - 9, at(row));
  const [first, end] = inSight(geometry, scroll, window_px).rows;
  context.fillStyle = palette.muted;
  for (let row = first; row < end; row += 1) {
    if (row % labelEvery === 0 && isApart(row, pointed?.row, labelEvery)) write(row);
  }
  if (pointed) {
    context.fillStyle = palette.accentText;
    context.font = `650 ${LABEL_PX}px ${scene.font}`;
    write(pointed.row);
  }
  context.restore();
}

/** The name of what is pointed at takes the room of its neighbours. */
function isApart(number: number, pointed: number | undefined, labelEvery: number): boolean {
  return pointed === undefined || (number !== pointed && Math.abs(number - pointed) >= labelEvery);
}

function paintColumnLabels(
  context: CanvasRenderingContext2D,
  scene: AxesScene,
  pointed: Pointed | null,
): void {
  const { geometry, scroll, window_px, palette } = scene;
  const { left_px, top_px, columnLabelEvery: labelEvery } = geometry;
  context.save();
  context.beginPath();
  context.rect(left_px - 2, 0, window_px.width, top_px);
  context.clip();
  const [first, end] = inSight(geometry, scroll, window_px).columns;
  context.fillStyle = palette.muted;
  for (let column = first; column < end; column += 1) {
    const apart = isApart(column, pointed?.column, labelEvery);
    if (column % labelEvery === 0 && apart) writeColumn(context, scene, column);
  }
  if (pointed) {
    context.fillStyle = palette.accentText;
    context.font = `650 ${LABEL_PX}px ${scene.font}`;
    writeColumn(context, scene, pointed.column);
  }
  context.restore();
}

function writeColumn(context: CanvasRenderingContext2D, scene: AxesScene, column: number): void {
  const { geometry, scroll } = scene;
  const { left_px, top_px, cell_px, slanted } = geometry;
  const label = scene.columnLabels[column] ?? '';
  context.save();
  context.translate(left_px + (column + 0.5) * cell_px - scroll.left - 1, top_px - 9);
  if (slanted) context.rotate(-SLANT);
  context.textAlign = slanted ? 'left' : 'center';
  const room_px = slanted ? (top_px - 20) / Math.sin(SLANT) : cell_px;
  context.fillText(shortened(context, label, room_px), 0, slanted ? 0 : -3);
  context.restore();
}
