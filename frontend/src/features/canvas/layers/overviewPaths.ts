/** The shapes of the overview, made once for a drawing and used for every frame of a pan or zoom. */
import {
  cardMiddle,
  shapeBox,
  type Box,
  type DocShape,
  type NodeKind,
  type Point,
  type Projection,
} from '@/doc';
import type { CableWords } from '@/elements';
import { keepLast } from '@/lib/keepLast';
import type { Lit } from '@/state/filter';
import type { LinkState } from '@/state/overlay';
import { angler } from '../edges/angler';
import { drawnLinks } from '../edges/drawnLinks';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';

export type LinkTone = LinkState | 'plain';
/** Links of one tone are stroked at once; impaired and cut ones are dashed. */
export type LinkLook = LinkTone | `${LinkTone} dashed`;

export interface OverviewPaths {
  links: ReadonlyMap<LinkLook, Path2D>;
  tiles: ReadonlyMap<NodeKind, Path2D>;
  /** What the filter dims. */
  dimmed: { tiles: Path2D; links: Path2D };
  /** Regions first, then groups, then notes. */
  shapes: readonly { shape: DocShape; box: Box }[];
}

/** What is selected, drawn over the rest: made anew for every step of a selection, so it is apart. */
export interface SelectionPaths {
  tiles: Path2D;
  links: Path2D;
}

const CORNER_PX = 13;

function ensure<Key>(paths: Map<Key, Path2D>, key: Key): Path2D {
  const path = paths.get(key) ?? new Path2D();
  paths.set(key, path);
  return path;
}

/** One path a look: thousands of lines then cost a few strokes. */
function linkPaths(
  lines: readonly Line[],
  states: ReadonlyMap<string, LinkState>,
): ReadonlyMap<LinkLook, Path2D> {
  const paths = new Map<LinkLook, Path2D>();
  for (const { id, cable, points } of lines) {
    const tone = cable.cut ? 'cut' : (states.get(id) ?? 'plain');
    const dashed = tone === 'cut' || cable.there !== '' || cable.back !== '';
    addLine(ensure(paths, dashed ? (`${tone} dashed` as const) : tone), points);
  }
  return paths;
}

interface Line {
  id: string;
  cable: CableWords;
  points: readonly Point[];
}

/** Where all links lie. */
const linesOf = keepLast(({ nodes, links, positions }: Projection): Line[] => {
  const drawn = drawnLinks(nodes, links.values());
  const routes = angler(drawn, positions);
  return drawn.flatMap(({ id, source, target, cable, bends }) => {
    const [start, end] = [positions.get(source), positions.get(target)];
    if (!start || !end) return [];
    const [from, to] = [cardMiddle(start), cardMiddle(end)];
    const corners = routes.get(id)?.pieces(from, to, bends).flat();
    return [{ id, cable, points: corners ?? [from, ...bends, to] }];
  });
});

function addLine(path: Path2D, points: readonly Point[]): void {
  for (const [index, { x, y }] of points.entries()) {
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
}

function addTile(path: Path2D, { x, y }: Point): void {
  path.roundRect(x, y, CARD_WIDTH_PX, CARD_HEIGHT_PX, CORNER_PX);
}

function dimmedPaths(
  { positions }: Projection,
  lines: readonly Line[],
  lit: Lit | null,
): OverviewPaths['dimmed'] {
  const dimmed = { tiles: new Path2D(), links: new Path2D() };
  if (lit === null) return dimmed;
  for (const [id, place] of positions) {
    if (!lit.nodes.has(id)) addTile(dimmed.tiles, place);
  }
  for (const { id, points } of lines) if (!lit.links.has(id)) addLine(dimmed.links, points);
  return dimmed;
}

const DEPTH = { region: 0, group: 1, note: 2 } as const;

function shapesBehind({ shapes, positions }: Projection): OverviewPaths['shapes'] {
  const placed = [...shapes.values()].flatMap((shape) => {
    const box = shapeBox(shape, (node) => positions.get(node));
    return box ? [{ shape, box }] : [];
  });
  return placed.sort((a, b) => DEPTH[a.shape.kind] - DEPTH[b.shape.kind]);
}

export function overviewPaths(
  projection: Projection,
  linkStates: ReadonlyMap<string, LinkState>,
  lit: Lit | null,
): OverviewPaths {
  const tiles = new Map<NodeKind, Path2D>();
  for (const [id, { kind }] of projection.nodes) {
    const place = projection.positions.get(id);
    if (place) addTile(ensure(tiles, kind), place);
  }
  const lines = linesOf(projection);
  const links = linkPaths(lines, linkStates);
  return { links, tiles, dimmed: dimmedPaths(projection, lines, lit), shapes: shapesBehind(projection) };
}

export function selectionPaths(
  projection: Projection,
  selectedNodes: ReadonlySet<string>,
  selectedLinks: ReadonlySet<string>,
): SelectionPaths {
  const paths = { tiles: new Path2D(), links: new Path2D() };
  for (const id of selectedNodes) {
    const place = projection.positions.get(id);
    if (place) addTile(paths.tiles, place);
  }
  if (selectedLinks.size === 0) return paths;
  for (const { id, points } of linesOf(projection)) if (selectedLinks.has(id)) addLine(paths.links, points);
  return paths;
}
