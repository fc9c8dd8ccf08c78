/** Draws the cells: as single pixels scaled up while they are small, as tiles with shapes once there is room. */
import { formatRtt } from '@/lib/format';
import { verdictOf } from '@/state/expected';
import { cellPlace } from '@/state/matrix';
import { OUTCOME, OUTCOMES } from '@/state/outcomes';
import { GLYPHS } from '../glyphs';
import type { Colours } from '../matrixView';
import { indexAt, type Facet } from '../shownMatrix';
import { inSight, type MapGeometry, type Scroll } from './geometry';
import { pageFont, type Paint, type Palette } from './palette';

export interface Scene {
  shown: Facet;
  geometry: MapGeometry;
  scroll: Scroll;
  window_px: { width: number; height: number };
  palette: Palette;
  colours: Colours;
}

const TILE_FROM_PX = 13;
const GLYPH_FROM_PX = 19;
const GRID_FROM_PX = 6;
const RING_FROM_PX = 17;
const FLAG_FROM_PX = 22;
const TIME_FROM_PX = 46;
const GLYPH_BOX = 24;

export function paintCells(context: CanvasRenderingContext2D, scene: Scene): void {
  const { geometry, window_px } = scene;
  context.clearRect(0, 0, window_px.width, window_px.height);
  context.save();
  context.beginPath();
  context.rect(geometry.left_px - 3, geometry.top_px - 3, window_px.width, window_px.height);
  context.clip();
  if (geometry.cell_px >= TILE_FROM_PX) paintTiles(context, scene);
  else paintPixels(context, scene);
  context.restore();
}

function paintFor({ shown, palette, colours }: Scene, index: number): Paint {
  const code = shown.matrix.outcomes[index] ?? OUTCOME.pending;
  if (colours === 'outcome') return palette.outcomes[code] ?? palette.open;
  const expectation = shown.expected.get(index);
  return expectation === undefined ? palette.unstated : palette[verdictOf(expectation.outcome, code)];
}

function origin({ geometry, scroll }: Scene, row: number, column: number): [number, number] {
  const { left_px, top_px, cell_px } = geometry;
  return [left_px + column * cell_px - scroll.left, top_px + row * cell_px - scroll.top];
}

/** All cells go into an image, a pixel each, which is then drawn in one go. */
function paintPixels(context: CanvasRenderingContext2D, scene: Scene): void {
  const { geometry } = scene;
  const { rows, columns, cell_px } = geometry;
  const image = imageOf(columns, rows);
  fillPixels(new Uint32Array(image.data.buffer), scene);
  const [x, y] = origin(scene, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(bitmapOf(image), x, y, columns * cell_px, rows * cell_px);
  if (cell_px >= GRID_FROM_PX) paintGrid(context, scene);
  forEachExpected(scene, (index, row, column) => paintMissedPixel(context, scene, index, row, column));
}

/** A colour an outcome, looked up once: a big matrix is painted anew each frame while it fills. */
function fillPixels(pixels: Uint32Array, scene: Scene): void {
  const { shown, geometry, palette, colours } = scene;
  const { rows, columns } = geometry;
  const { outcomes } = shown.matrix;
  const byCode = Uint32Array.from(OUTCOMES, ({ code }) => (palette.outcomes[code] ?? palette.open).pixel);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const index = indexAt(shown, row, column);
      const pixel =
        colours === 'outcome' ? byCode[outcomes[index] ?? OUTCOME.pending] : paintFor(scene, index).pixel;
      pixels[row * columns + column] = pixel ?? palette.open.pixel;
    }
  }
}

let lastImage: ImageData | undefined;

function imageOf(width: number, height: number): ImageData {
  if (lastImage?.width !== width || lastImage.height !== height) lastImage = new ImageData(width, height);
  return lastImage;
}

let offscreen: HTMLCanvasElement | undefined;

function bitmapOf(image: ImageData): HTMLCanvasElement {
  offscreen ??= document.createElement('canvas');
  if (offscreen.width !== image.width || offscreen.height !== image.height) {
    offscreen.width = image.width;
    offscreen.height = image.height;
  }
  offscreen.getContext('2d')?.putImageData(image, 0, 0);
  return offscreen;
}

/** Visits the cells of this map of which the drawing says something. */
function forEachExpected({ shown, geometry }: Scene, visit: Visit): void {
  for (const index of shown.expected.keys()) {
    const { probe, source, target } = cellPlace(shown.matrix, index);
    const column = probe === shown.probe ? shown.columns.indexOf(target) : -1;
    if (column >= 0 && source < geometry.rows) visit(index, source, column);
  }
}

function paintGrid(context: CanvasRenderingContext2D, scene: Scene): void {
  const { rows, columns, cell_px } = scene.geometry;
  const [x, y] = origin(scene, 0, 0);
  context.fillStyle = scene.palette.surface;
  for (let row = 0; row <= rows; row += 1) context.fillRect(x, y + row * cell_px - 1, columns * cell_px, 1);
  for (let column = 0; column <= columns; column += 1) {
    context.fillRect(x + column * cell_px - 1, y, 1, rows * cell_px);
  }
}

function paintMissedPixel(
  context: CanvasRenderingContext2D,
  scene: Scene,
  index: number,
  row: number,
  column: number,
): void {
  const expectation = scene.shown.expected.get(index);
  const code = scene.shown.matrix.outcomes[index] ?? OUTCOME.pending;
  if (expectation === undefined || verdictOf(expectation.outcome, code) !== 'missed') return;
  const [x, y] = origin(scene, row, column);
  const { cell_px } = scene.geometry;
  context.lineWidth = 1.5;
  context.strokeStyle = scene.palette.text;
  context.strokeRect(x - 0.25, y - 0.25, cell_px - 0.5, cell_px - 0.5);
}

type Visit = (index: number, row: number, column: number) => void;

function forEachInSight({ shown, geometry, scroll, window_px }: Scene, visit: Visit): void {
  const { rows, columns } = inSight(geometry, scroll, window_px);
  for (let row = rows[0]; row < rows[1]; row += 1) {
    for (let column = columns[0]; column < columns[1]; column += 1)
      visit(indexAt(shown, row, column), row, column);
  }
}

let glyphs: readonly Path2D[] | undefined;

function paintTiles(context: CanvasRenderingContext2D, scene: Scene): void {
  glyphs ??= OUTCOMES.map(({ id }) => new Path2D(GLYPHS[id]));
  context.lineCap = 'round';
  context.lineJoin = 'round';
  forEachInSight(scene, (index, row, column) => {
    const [x, y] = origin(scene, row, column);
    paintTile(context, scene, index, x, y);
  });
}

function paintTile(
  context: CanvasRenderingContext2D,
  scene: Scene,
  index: number,
  x: number,
  y: number,
): void {
  const { cell_px } = scene.geometry;
  const paint = paintFor(scene, index);
  const code = scene.shown.matrix.outcomes[index] ?? OUTCOME.pending;
  const gap = cell_px >= RING_FROM_PX ? 2 : 1;
  const side = cell_px - gap;
  context.fillStyle = paint.fill;
  context.beginPath();
  context.roundRect(x, y, side, side, Math.min(7, cell_px * 0.16));
  context.fill();
  const rtt_us = scene.shown.matrix.rtts_us[index] ?? -1;
  const hasTime = cell_px >= TIME_FROM_PX && rtt_us >= 0;
  const ink = inkOf(scene, paint, code);
  if (cell_px >= GLYPH_FROM_PX) {
    paintGlyph(context, code, ink, x + side / 2, y + side * (hasTime ? 0.4 : 0.5), side);
  }
  if (hasTime) paintTime(context, rtt_us, ink, x + side / 2, y + side * 0.76);
  const expectation = scene.shown.expected.get(index);
  if (expectation === undefined) return;
  const missed = verdictOf(expectation.outcome, code) === 'missed';
  paintRing(context, scene, paint, { x, y, side, missed, dashed: expectation.outcome === 'blocked' });
  if (missed && cell_px >= FLAG_FROM_PX) paintFlag(context, scene, x + side, y, side);
}

function inkOf({ palette }: Scene, paint: Paint, code: number): string {
  const isFaint = code === OUTCOME.pending || paint === palette.unstated;
  return isFaint ? palette.muted : paint.ink;
}

function paintGlyph(
  context: CanvasRenderingContext2D,
  code: number,
  ink: string,
  x: number,
  y: number,
  side: number,
): void {
  const path = glyphs?.[code];
  if (path === undefined) return;
  const scale = Math.min(20, side * 0.5) / GLYPH_BOX;
  context.save();
  context.translate(x - (GLYPH_BOX * scale) / 2, y - (GLYPH_BOX * scale) / 2);
  context.scale(scale, scale);
  context.lineWidth = 2.8;
  context.strokeStyle = ink;
  context.stroke(path);
  context.restore();
}

function paintTime(
  context: CanvasRenderingContext2D,
  rtt_us: number,
  ink: string,
  x: number,
  y: number,
): void {
  context.font = `500 10px ${pageFont()}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = ink;
  context.fillText(formatRtt(rtt_us), x, y);
}

interface Ring {
  x: number;
  y: number;
  side: number;
  missed: boolean;
  /** Must not be reached. */
  dashed: boolean;
}

/** A fine ring inside the tile: as expected; a heavy one round it: not so. */
function paintRing(
  context: CanvasRenderingContext2D,
  { geometry, palette }: Scene,
  paint: Paint,
  ring: Ring,
): void {
  if (!ring.missed && geometry.cell_px < RING_FROM_PX) return;
  const inset = ring.missed ? 1.25 : 3.5;
  context.save();
  context.strokeStyle = ring.missed ? palette.text : paint.ink;
  context.lineWidth = ring.missed ? 2.5 : 1.5;
  context.globalAlpha = ring.missed ? 1 : 0.85;
  context.setLineDash(ring.dashed ? [3, 3.5] : []);
  context.beginPath();
  const length = ring.side - 2 * inset;
  context.roundRect(ring.x + inset, ring.y + inset, length, length, Math.min(5, ring.side * 0.12));
  context.stroke();
  context.restore();
}

/** A dark corner with an exclamation mark. */
function paintFlag(
  context: CanvasRenderingContext2D,
  { palette }: Scene,
  right: number,
  top: number,
  side: number,
): void {
  const leg = Math.min(19, side * 0.46);
  context.fillStyle = palette.text;
  context.beginPath();
  context.moveTo(right - leg, top);
  context.lineTo(right - 3, top);
  context.quadraticCurveTo(right, top, right, top + 3);
  context.lineTo(right, top + leg);
  context.fill();
  context.fillStyle = palette.surface;
  context.font = `700 ${Math.round(leg * 0.58)}px sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText('!', right - leg * 0.3, top + leg * 0.38);
}
