/** What stands over links and cards, always as large as text is read: rates, drops, where a path stops, counts. */
import type { Box, Vec } from '@/lib/geom';
import { formatBitRate } from '@/lib/format';
import { wayArrows } from '@/lib/wayArrows';
import { stopOf, type ShownPath, type Steps } from '@/state/path';
import type { LinkTraffic } from '@/state/traffic';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../../size';
import { along, type PlacedLink } from './curves';
import type { TrafficScene } from './paintBelow';
import { placesAt, ratePlaces, SHARES, type Words } from './ratePlaces';

/** Below, numbers at all links would cover the drawing. */
const NUMBERS_FROM_ZOOM = 0.42;
/** The size of words, which are never measured: they change all the time. */
const CHAR_PX = 6.2;
const WORDS_HEIGHT_PX = 12;
const MARK_AT = 0.32;
const OUTSIDE_PX = 80;

export function paintAbove(brush: CanvasRenderingContext2D, scene: TrafficScene, font: string): void {
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.lineJoin = 'round';
  brush.font = `600 11px ${font}`;
  const all = scene.lens === 'rates' && scene.transform[2] >= NUMBERS_FROM_ZOOM;
  const taken = all || scene.focus.size > 0 ? cardsOn(scene) : [];
  const inOrder = [...scene.traffic].sort(
    ([a], [b]) => Number(scene.focus.has(b)) - Number(scene.focus.has(a)),
  );
  for (const [id, traffic] of inOrder) {
    const link = scene.links.get(id);
    if (link === undefined) continue;
    if (all || scene.focus.has(id))
      paintNumbers(brush, scene, link, { traffic, taken, isAsked: scene.focus.has(id) });
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

/** What goes to the right or down, and what comes the other way: each with its arrow as it lies on the screen. */
export function rateWords(
  { from, to }: Pick<PlacedLink, 'from' | 'to'>,
  { there_bps, back_bps }: Pick<LinkTraffic, 'there_bps' | 'back_bps'>,
): readonly [string, string] {
  const { ahead, behind, forwards } = wayArrows(from, to);
  const [first, second] = forwards ? [there_bps, back_bps] : [back_bps, there_bps];
  return [`${ahead} ${formatBitRate(first)}`, `${behind} ${formatBitRate(second)}`];
}

/** The cards that links end at, as they lie on the screen. */
function cardsOn(scene: TrafficScene): Box[] {
  const zoom = scene.transform[2];
  const ends = new Set([...scene.links.values()].flatMap(({ source, target }) => [source, target]));
  return [...ends].flatMap((id) => {
    const place = scene.placeOf(id);
    if (place === undefined) return [];
    const at = onScreen(scene, place);
    const box = { ...at, width: CARD_WIDTH_PX * zoom, height: CARD_HEIGHT_PX * zoom };
    return isOutside(scene, at) && isOutside(scene, { x: at.x + box.width, y: at.y + box.height })
      ? []
      : [box];
  });
}

/**
 * Beside the line on both its sides, so that the line stays in sight between them; where there is no room they are left
 * out, unless it is this link that one asks for.
 */
function paintNumbers(
  brush: CanvasRenderingContext2D,
  scene: TrafficScene,
  link: PlacedLink,
  { traffic, taken, isAsked }: { traffic: LinkTraffic; taken: Box[]; isAsked: boolean },
): void {
  const pointAt = (share: number) => onScreen(scene, along(link.way, share));
  const shares = SHARES.filter((share) => !isOutside(scene, pointAt(share)));
  if (shares.length === 0) return;
  const words = rateWords(link, traffic);
  const sizes = [sizeOf(words[0]), sizeOf(words[1])] as const;
  const places = ratePlaces(pointAt, shares, sizes, taken) ?? (isAsked ? placesAt(pointAt, 0.5, sizes) : []);
  for (const [index, box] of places.entries()) {
    taken.push(box);
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    write(brush, scene, words[index] ?? '', middle, scene.colours['--text']);
  }
}

function sizeOf(words: string): Words {
  return { width: words.length * CHAR_PX, height: WORDS_HEIGHT_PX };
}

/** A triangle that points down, as nothing else on the canvas does, and how many there are. */
function paintDrops(
  brush: CanvasRenderingContext2D,
  scene: TrafficScene,
  link: PlacedLink,
  { drops, errors }: LinkTraffic,
): void {
  const { x, y } = onScreen(scene, along(link.way, MARK_AT));
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
  const { colours } = scene;
  const good = path.fault === '' || path.back !== null;
  paintArrows(brush, scene, path.there, { colour: colours[good ? '--accent' : '--bad'], at: 0.5 });
  if (path.back !== null) paintArrows(brush, scene, path.back, { colour: colours['--bad'], at: 0.36 });
  const last = scene.placeOf(stopOf(path) ?? '');
  if (last !== undefined) paintStop(brush, onScreen(scene, { x: last.x + CARD_WIDTH_PX, y: last.y }), scene);
}

function paintArrows(
  brush: CanvasRenderingContext2D,
  scene: TrafficScene,
  { nodes, links }: Steps,
  { colour, at }: { colour: string; at: number },
): void {
  brush.fillStyle = colour;
  for (const [index, id] of links.entries()) {
    const link = id === null ? undefined : scene.links.get(id);
    if (link === undefined) continue;
    const turned = link.target === nodes[index];
    const [before, after] = [at - 0.04, at + 0.04].map((t) =>
      onScreen(scene, along(link.way, turned ? 1 - t : t)),
    );
    if (before && after) paintArrow(brush, before, after);
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
