/** The drawing from far away: cards as tiles, links as lines, problems as dots. */
import { cardBox, type DocNode, type Point } from '@/doc';
import { overlaps, seenBox } from '../sight';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';
import type { LinkTone } from './overviewPaths';
import type { OverviewScene, Token } from './overviewScene';
import { paintCards } from './paintCards';

const CORNER_PX = 14;
const NAMES_FROM_ZOOM = 0.24;
/** From here on tiles look as cards do: it is what a person sees while they zoom. */
const CARDS_FROM_ZOOM = 0.42;
/** Below this, frames round tiles cost more than they show. */
const FRAMES_FROM_ZOOM = 0.12;
/** How much the filter takes away. */
const VEIL = 0.8;
/** On the screen. */
const DASHES_PX = [6, 4];
const LINK_TOKEN: Record<LinkTone, Token> = {
  plain: '--link',
  absent: '--link',
  up: '--link-up',
  down: '--link-down',
  cut: '--link',
};

export function paintOverview(brush: CanvasRenderingContext2D, scene: OverviewScene): void {
  const [x, y, zoom] = scene.transform;
  brush.save();
  brush.translate(x, y);
  brush.scale(zoom, zoom);
  paintShapes(brush, scene, zoom);
  paintLinks(brush, scene, zoom);
  const near = zoom >= CARDS_FROM_ZOOM;
  if (near) paintCards(brush, scene, cardsInSight(scene));
  else paintTiles(brush, scene, zoom);
  paintSelection(brush, scene, zoom);
  paintMarks(brush, scene, zoom);
  if (!near && zoom >= NAMES_FROM_ZOOM) paintNames(brush, scene);
  veil(brush, scene, () => brush.fill(scene.paths.dimmed.tiles));
  brush.restore();
}

const SHAPE_ALPHA = { region: 0.1, group: 0.04, note: 0.3 } as const;
const TITLE_PX = 15;

/** Areas and frames; above them their titles, which stay readable from afar as long as they fit. */
function paintShapes(brush: CanvasRenderingContext2D, { paths, colours }: OverviewScene, zoom: number): void {
  brush.lineWidth = 1.5 / zoom;
  brush.textAlign = 'left';
  brush.textBaseline = 'bottom';
  brush.font = `620 ${TITLE_PX / zoom}px 'Inter Variable', system-ui, sans-serif`;
  for (const { shape, box } of paths.shapes) {
    brush.fillStyle = brush.strokeStyle = colours[`--shape-${shape.color}`];
    brush.beginPath();
    brush.roundRect(box.x, box.y, box.width, box.height, CORNER_PX);
    brush.globalAlpha = SHAPE_ALPHA[shape.kind];
    brush.fill();
    brush.globalAlpha = 0.6;
    brush.setLineDash(shape.kind === 'group' ? DASHES_PX.map((length) => length / zoom) : []);
    brush.stroke();
    brush.globalAlpha = 1;
    const [inset, room] = [4 / zoom, box.width - 8 / zoom];
    const fits = shape.kind !== 'note' && brush.measureText(shape.text).width <= room;
    if (fits) brush.fillText(shape.text, box.x + inset, box.y - inset);
  }
  brush.setLineDash([]);
}

function paintLinks(brush: CanvasRenderingContext2D, { paths, colours }: OverviewScene, zoom: number): void {
  brush.lineWidth = Math.max(2, 1 / zoom);
  for (const [look, path] of paths.links) {
    const [tone, dashed] = look.split(' ') as [LinkTone, string?];
    brush.strokeStyle = colours[LINK_TOKEN[tone]];
    brush.setLineDash(dashed === undefined ? [] : DASHES_PX.map((length) => length / zoom));
    brush.stroke(path);
  }
  brush.setLineDash([]);
  veil(brush, { colours }, () => {
    brush.lineWidth += 1 / zoom;
    brush.stroke(paths.dimmed.links);
  });
}

/** The ground laid over what the filter dims. */
function veil(
  brush: CanvasRenderingContext2D,
  { colours }: Pick<OverviewScene, 'colours'>,
  paint: () => void,
): void {
  brush.globalAlpha = VEIL;
  brush.fillStyle = colours['--bg'];
  brush.strokeStyle = colours['--bg'];
  paint();
  brush.globalAlpha = 1;
}

function paintTiles(brush: CanvasRenderingContext2D, { paths, colours }: OverviewScene, zoom: number): void {
  brush.lineWidth = Math.max(2, 0.8 / zoom);
  for (const [kind, path] of paths.tiles) {
    const framed = zoom >= FRAMES_FROM_ZOOM;
    brush.fillStyle = framed ? colours[`--kind-${kind}-soft`] : colours[`--kind-${kind}`];
    brush.fill(path);
    brush.strokeStyle = colours[`--kind-${kind}`];
    if (framed) brush.stroke(path);
  }
}

function paintSelection(
  brush: CanvasRenderingContext2D,
  { selection, colours }: OverviewScene,
  zoom: number,
): void {
  brush.strokeStyle = colours['--accent'];
  brush.lineWidth = 3 / Math.min(zoom, 1);
  brush.stroke(selection.tiles);
  brush.stroke(selection.links);
}

function cardsInSight({ projection, transform, width_px, height_px }: OverviewScene): [DocNode, Point][] {
  const seen = seenBox(transform, width_px, height_px);
  const found: [DocNode, Point][] = [];
  for (const [id, node] of projection.nodes) {
    const place = projection.positions.get(id);
    if (place && overlaps(cardBox(place), seen)) found.push([node, place]);
  }
  return found;
}

/** A bar along what runs, a dot where something is wrong, one below where something was changed by hand. */
function paintMarks(brush: CanvasRenderingContext2D, scene: OverviewScene, zoom: number): void {
  const { projection, problems, drift, nodeStates, colours } = scene;
  brush.fillStyle = colours['--ok'];
  for (const [id, state] of nodeStates) {
    const place = projection.positions.get(id);
    if (state === 'up' && place)
      brush.fillRect(place.x + 14, place.y + CARD_HEIGHT_PX - 9, CARD_WIDTH_PX - 28, 5);
  }
  const radius = Math.max(10, 3.5 / zoom);
  const dot = (id: string, down_px: number, tone: Token) => {
    const place = projection.positions.get(id);
    if (!place) return;
    brush.beginPath();
    brush.arc(place.x + CARD_WIDTH_PX, place.y + down_px, radius, 0, 2 * Math.PI);
    brush.fillStyle = colours[tone];
    brush.fill();
  };
  for (const [id, { severity }] of problems) dot(id, 0, severity === 'error' ? '--bad' : '--warn');
  for (const id of drift.keys()) dot(id, CARD_HEIGHT_PX, '--warn');
}

function paintNames(brush: CanvasRenderingContext2D, scene: OverviewScene): void {
  brush.font = "600 30px 'Inter Variable', system-ui, sans-serif";
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillStyle = scene.colours['--text'];
  for (const [{ name }, { x, y }] of cardsInSight(scene))
    brush.fillText(name, x + CARD_WIDTH_PX / 2, y + CARD_HEIGHT_PX / 2, CARD_WIDTH_PX - 16);
}
