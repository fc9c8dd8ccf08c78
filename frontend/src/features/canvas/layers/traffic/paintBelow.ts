/** What lies under links and cards: how busy links are, what moves along them, a path, where checks failed. */
import { cardMiddle, type Point } from '@/doc';
import type { ShownPath, Steps } from '@/state/path';
import { busier_bps, type LinkTraffic } from '@/state/traffic';
import type { Lens } from '@/state/view';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../../size';
import type { LinkWay } from '../../edges/linkWay';
import { along, type PlacedLink } from './curves';
import type { Failures } from './failures';
import { HEAT_STEPS, heatStep } from './heat';

export const TRAFFIC_TOKENS = [
  '--accent',
  '--accent-text',
  '--bad',
  '--bg',
  '--heat-1',
  '--heat-2',
  '--heat-3',
  '--heat-4',
  '--heat-5',
  '--link-up',
  '--surface',
  '--text',
  '--warn',
] as const;
export type TrafficColours = Record<(typeof TRAFFIC_TOKENS)[number], string>;

export interface TrafficScene {
  lens: Lens;
  links: ReadonlyMap<string, PlacedLink>;
  traffic: ReadonlyMap<string, LinkTraffic>;
  /** Links that are pointed at or selected: they say their rates under every lens. */
  focus: ReadonlySet<string>;
  path: ShownPath | null;
  failures: ReadonlyMap<string, Failures>;
  placeOf: (node: string) => Point | undefined;
  transform: readonly [number, number, number];
  width_px: number;
  height_px: number;
  colours: TrafficColours;
  /** Null where nothing is to move. */
  now_ms: number | null;
}

/** In thousands of pixels of the canvas a second. */
const SPEED = 0.055;
const DOT_GAP_PX = { most: 90, least: 30 } as const;
const DOT_RADIUS_PX = 4.2;
const HALO_PX = { least: 5, most: 16 } as const;
const CORNER_PX = 13;

/** From far away a line is never thinner than a part of what it is close by. */
function visible(width_px: number, zoom: number): number {
  return Math.max(width_px, (0.55 * width_px) / zoom);
}

export function paintBelow(brush: CanvasRenderingContext2D, scene: TrafficScene): void {
  const [x, y, zoom] = scene.transform;
  brush.save();
  brush.translate(x, y);
  brush.scale(zoom, zoom);
  brush.lineCap = 'round';
  if (scene.lens === 'failed') paintHalos(brush, scene, zoom);
  if (scene.lens === 'heat') paintHeat(brush, scene, zoom);
  else paintRates(brush, scene, zoom);
  if (scene.path !== null) paintPath(brush, scene, scene.path, zoom);
  brush.restore();
}

const lines = new WeakMap<LinkWay, Path2D>();

/** The line of a link, made once for as long as it lies there. */
function lineOf({ way }: PlacedLink): Path2D {
  const line = lines.get(way) ?? new Path2D(way.path);
  lines.set(way, line);
  return line;
}

/** One path a step: a thousand busy links cost five strokes. */
function paintHeat(brush: CanvasRenderingContext2D, scene: TrafficScene, zoom: number): void {
  const steps = HEAT_STEPS.map(() => new Path2D());
  for (const [id, traffic] of scene.traffic) {
    const link = scene.links.get(id);
    const path = link && steps[heatStep(traffic, link.limits_bps)];
    if (path) path.addPath(lineOf(link));
  }
  for (const [index, { token, width_px }] of HEAT_STEPS.entries()) {
    const path = steps[index];
    if (path === undefined) continue;
    brush.strokeStyle = scene.colours[token];
    brush.lineWidth = visible(width_px, zoom);
    brush.stroke(path);
  }
}

/** As wide as the logarithm of what goes over it. */
export function rateWidth_px(bps: number): number {
  return Math.min(12, 2 + 1.3 * Math.log10(Math.max(1, bps / 100)));
}

function paintRates(brush: CanvasRenderingContext2D, scene: TrafficScene, zoom: number): void {
  const { lens, traffic, focus, links, colours } = scene;
  const shown = lens === 'rates' ? [...traffic.keys()] : [...focus].filter((id) => traffic.has(id));
  brush.strokeStyle = colours['--accent'];
  brush.globalAlpha = 0.28;
  for (const id of shown) {
    const link = links.get(id);
    const rates = traffic.get(id);
    if (link === undefined || rates === undefined) continue;
    brush.lineWidth = visible(rateWidth_px(busier_bps(rates)) + 3, zoom);
    brush.stroke(lineOf(link));
  }
  brush.globalAlpha = 1;
  if (scene.now_ms !== null) paintDots(brush, scene, shown, scene.now_ms);
}

/** Dots run with the packets, closer together where there are more of them. */
function paintDots(
  brush: CanvasRenderingContext2D,
  { links, traffic, colours }: TrafficScene,
  shown: readonly string[],
  now_ms: number,
): void {
  const dots = new Path2D();
  for (const id of shown) {
    const link = links.get(id);
    const rates = traffic.get(id);
    if (link === undefined || rates === undefined) continue;
    addDots(dots, link.way, rates.there_pps, now_ms, false);
    addDots(dots, link.way, rates.back_pps, now_ms, true);
  }
  brush.fillStyle = colours['--accent'];
  brush.fill(dots);
}

function addDots(dots: Path2D, way: LinkWay, pps: number, now_ms: number, back: boolean): void {
  if (pps <= 0) return;
  const { length_px } = way;
  if (length_px < 1) return;
  const gap_px = Math.max(DOT_GAP_PX.least, DOT_GAP_PX.most - 16 * Math.log10(Math.max(1, pps)));
  const phase_px = (now_ms * SPEED) % gap_px;
  for (let at_px = phase_px; at_px < length_px; at_px += gap_px) {
    const share = at_px / length_px;
    const { x, y } = along(way, back ? 1 - share : share);
    dots.moveTo(x + DOT_RADIUS_PX, y);
    dots.arc(x, y, DOT_RADIUS_PX, 0, 2 * Math.PI);
  }
}

function paintHalos(brush: CanvasRenderingContext2D, scene: TrafficScene, zoom: number): void {
  brush.fillStyle = scene.colours['--bad'];
  for (const [id, { failed, asked }] of scene.failures) {
    const place = failed > 0 ? scene.placeOf(id) : undefined;
    if (place === undefined) continue;
    const wide_px = visible(HALO_PX.least + ((HALO_PX.most - HALO_PX.least) * failed) / asked, zoom);
    brush.globalAlpha = 0.2 + 0.4 * (failed / asked);
    brush.beginPath();
    brush.roundRect(
      place.x - wide_px,
      place.y - wide_px,
      CARD_WIDTH_PX + 2 * wide_px,
      CARD_HEIGHT_PX + 2 * wide_px,
      CORNER_PX + wide_px,
    );
    brush.fill();
  }
  brush.globalAlpha = 1;
}

/** The way there in the colour of what goes well, unless it is the one that stops. */
function paintPath(
  brush: CanvasRenderingContext2D,
  scene: TrafficScene,
  path: ShownPath,
  zoom: number,
): void {
  const { colours } = scene;
  const good = path.fault === '' || path.back !== null;
  paintSteps(brush, scene, path.there, { colour: colours[good ? '--accent' : '--bad'], width_px: 10 }, zoom);
  if (path.back !== null)
    paintSteps(brush, scene, path.back, { colour: colours['--bad'], width_px: 5 }, zoom);
}

function paintSteps(
  brush: CanvasRenderingContext2D,
  { links, placeOf }: TrafficScene,
  steps: Steps,
  { colour, width_px }: { colour: string; width_px: number },
  zoom: number,
): void {
  brush.strokeStyle = colour;
  brush.globalAlpha = 0.55;
  brush.lineWidth = visible(width_px, zoom);
  for (const id of steps.links) {
    const link = id === null ? undefined : links.get(id);
    if (link) brush.stroke(lineOf(link));
  }
  brush.lineWidth = visible(4, zoom);
  paintJumps(brush, steps, placeOf);
  for (const id of steps.nodes) {
    const place = placeOf(id);
    if (place === undefined) continue;
    brush.beginPath();
    brush.roundRect(place.x - 4, place.y - 4, CARD_WIDTH_PX + 8, CARD_HEIGHT_PX + 8, CORNER_PX + 4);
    brush.stroke();
  }
  brush.globalAlpha = 1;
}

/** Steps without a cable are dotted. */
function paintJumps(
  brush: CanvasRenderingContext2D,
  { nodes, links }: Steps,
  placeOf: TrafficScene['placeOf'],
): void {
  brush.setLineDash([3, 7]);
  brush.beginPath();
  for (const [index, id] of links.entries()) {
    const [from, to] = [placeOf(nodes[index] ?? ''), placeOf(nodes[index + 1] ?? '')];
    if (id !== null || from === undefined || to === undefined) continue;
    const [start, end] = [cardMiddle(from), cardMiddle(to)];
    brush.moveTo(start.x, start.y);
    brush.lineTo(end.x, end.y);
  }
  brush.stroke();
  brush.setLineDash([]);
}
