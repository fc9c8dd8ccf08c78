/** What stands over links and cards, always as large as text is read: rates, drops, where a path stops, counts. */
import { pointAt, type Vec } from '@/lib/geom';
import { formatBitRate } from '@/lib/format';
import { wayArrows } from '@/lib/wayArrows';
import type { ShownPath } from '@/state/path';
import type { LinkTraffic } from '@/state/traffic';
import { CARD_WIDTH_PX } from '../../size';
import type { PlacedLink } from './curves';
import type { TrafficScene } from './paintBelow';

/** Below, numbers at all links would cover the drawing. */
const NUMBERS_FROM_ZOOM = 0.42;
/** Under the name of a link or what it does to packets. */
const BELOW_LINE_PX = 15;
const MARK_AT = 0.32;
const OUTSIDE_PX = 80;

export function paintAbove(brush: CanvasRenderingContext2D, scene: TrafficScene, font: string): void {
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.lineJoin = 'round';
  brush.font = `600 11px ${font}`;
  const all = scene.lens === 'rates' && scene.transform[2] >= NUMBERS_FROM_ZOOM;
  for (const [id, traffic] of scene.traffic) {
    const link = scene.links.get(id);
    if (link === undefined) continue;
    if (all || scene.focus.has(id)) paintNumbers(brush, scene, link, traffic);
    if (traffic.drops > 0 || traffic.errors > 0) paintDrops(brush, scene, link, traffic);
  }
  if (scene.lens === 'failed') paintCounts(brush, scene);
  if (scene.path !== null) paintWay(brush, scene, scene.path);
}

function onScreen({ transform: [x, y, zoom] }: TrafficScene, at: Vec): Vec {
  return { x: at.x * zoom + x, y: at.y * zoom + y };
}

function isOutside({ width_px, height_px }: TrafficScene, { x, y }: Vec): boolean {
  return x < -OUTSIDE_PX || y < -OUTSIDE_PX || x > width_px + OUTSIDE_PX || y > height_px + OUTSIDE_PX;
}

function write(
  brush: CanvasRenderingContext2D,
  { colours }: TrafficScene,
  text: string,
  { x, y }: Vec,
  colour: string,
): void {
  brush.strokeStyle = colours['--bg'];
  brush.lineWidth = 5;
  brush.strokeText(text, x, y);
  brush.fillStyle = colour;
  brush.fillText(text, x, y);
}

/** `→ 1.2 Mbit/s  ← 80 kbit/s`, each arrow as it lies on the screen. */
export function rateWords({ from, to }: Pick<PlacedLink, 'from' | 'to'>, traffic: LinkTraffic): string {
  const { ahead, behind, forwards } = wayArrows(from, to);
  const [first, second] = forwards
    ? [traffic.there_bps, traffic.back_bps]
    : [traffic.back_bps, traffic.there_bps];
  return `${ahead} ${formatBitRate(first)}\u2002${behind} ${formatBitRate(second)}`;
}

function paintNumbers(
  brush: CanvasRenderingContext2D,
  scene: TrafficScene,
  link: PlacedLink,
  traffic: LinkTraffic,
): void {
  const { x, y } = onScreen(scene, pointAt(link.curve, 0.5));
  if (isOutside(scene, { x, y })) return;
  const at = { x, y: y + BELOW_LINE_PX * Math.min(1, scene.transform[2]) };
  write(brush, scene, rateWords(link, traffic), at, scene.colours['--text']);
}

/** A triangle that points down, as nothing else on the canvas does, and how many there are. */
function paintDrops(
  brush: CanvasRenderingContext2D,
  scene: TrafficScene,
  link: PlacedLink,
  { drops, errors }: LinkTraffic,
): void {
  const { x, y } = onScreen(scene, pointAt(link.curve, MARK_AT));
  if (isOutside(scene, { x, y })) return;
  brush.beginPath();
  brush.moveTo(x - 7, y - 6);
  brush.lineTo(x + 7, y - 6);
  brush.lineTo(x, y + 7);
  brush.closePath();
  brush.lineWidth = 4;
  brush.strokeStyle = scene.colours['--bg'];
  brush.stroke();
  brush.fillStyle = scene.colours[errors > 0 ? '--bad' : '--warn'];
  brush.fill();
  if (scene.transform[2] < NUMBERS_FROM_ZOOM) return;
  write(brush, scene, `${drops + errors}/s`, { x, y: y + 16 }, brush.fillStyle);
}

/** How many checks failed at a node, of how many. */
function paintCounts(brush: CanvasRenderingContext2D, scene: TrafficScene): void {
  if (scene.transform[2] < NUMBERS_FROM_ZOOM) return;
  for (const [id, { failed, asked }] of scene.failures) {
    const place = failed > 0 ? scene.placeOf(id) : undefined;
    if (place === undefined) continue;
    const at = onScreen(scene, { x: place.x + CARD_WIDTH_PX / 2, y: place.y });
    if (isOutside(scene, at)) continue;
    write(brush, scene, `✕ ${failed} / ${asked}`, { x: at.x, y: at.y - 14 }, scene.colours['--bad']);
  }
}

/** An arrow in the middle of each step, and a stop where it ends before its goal. */
function paintWay(brush: CanvasRenderingContext2D, scene: TrafficScene, path: ShownPath): void {
  brush.fillStyle = path.fault === '' ? scene.colours['--accent'] : scene.colours['--bad'];
  for (const [index, id] of path.links.entries()) {
    const link = id === null ? undefined : scene.links.get(id);
    if (link === undefined) continue;
    const back = link.target === path.nodes[index];
    const [before, after] = [0.46, 0.56].map((t) => onScreen(scene, pointAt(link.curve, back ? 1 - t : t)));
    if (before && after) paintArrow(brush, before, after);
  }
  const last = scene.placeOf(path.nodes.at(-1) ?? '');
  if (path.fault !== '' && last !== undefined) {
    paintStop(brush, onScreen(scene, { x: last.x + CARD_WIDTH_PX, y: last.y }), scene);
  }
}

function paintArrow(brush: CanvasRenderingContext2D, from: Vec, to: Vec): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  brush.beginPath();
  brush.moveTo(from.x + 9 * dx, from.y + 9 * dy);
  brush.lineTo(from.x - 6 * dx - 7 * dy, from.y - 6 * dy + 7 * dx);
  brush.lineTo(from.x - 6 * dx + 7 * dy, from.y - 6 * dy - 7 * dx);
  brush.closePath();
  brush.fill();
}

/** A disc with a bar across. */
function paintStop(brush: CanvasRenderingContext2D, { x, y }: Vec, { colours }: TrafficScene): void {
  brush.beginPath();
  brush.arc(x, y, 11, 0, 2 * Math.PI);
  brush.lineWidth = 4;
  brush.strokeStyle = colours['--bg'];
  brush.stroke();
  brush.fillStyle = colours['--bad'];
  brush.fill();
  brush.fillStyle = colours['--surface'];
  brush.fillRect(x - 6.5, y - 2, 13, 4);
}
