/** The shapes of the overview, made once for a drawing and used for every frame of a pan or zoom. */
import { shapeBox, type Box, type DocShape, type NodeKind, type Point, type Projection } from '@/doc';
import type { Lit } from '@/state/filter';
import type { LinkState } from '@/state/overlay';
import { drawnLinks } from '../flow';
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
  { nodes, links, positions }: Projection,
  states: ReadonlyMap<string, LinkState>,
): ReadonlyMap<LinkLook, Path2D> {
  const paths = new Map<LinkLook, Path2D>();
  for (const { id, source, target, cable, bends } of drawnLinks(nodes, links.values())) {
    const from = positions.get(source);
    const to = positions.get(target);
    if (!from || !to) continue;
    const tone = cable.cut ? 'cut' : (states.get(id) ?? 'plain');
    const dashed = tone === 'cut' || cable.there !== '' || cable.back !== '';
    addLine(ensure(paths, dashed ? (`${tone} dashed` as const) : tone), from, bends, to);
  }
  return paths;
}

function addLine(path: Path2D, from: Point, bends: readonly Point[], to: Point): void {
  path.moveTo(from.x + CARD_WIDTH_PX / 2, from.y + CARD_HEIGHT_PX / 2);
  for (const bend of bends) path.lineTo(bend.x, bend.y);
  path.lineTo(to.x + CARD_WIDTH_PX / 2, to.y + CARD_HEIGHT_PX / 2);
}

function addTile(path: Path2D, { x, y }: Point): void {
  path.roundRect(x, y, CARD_WIDTH_PX, CARD_HEIGHT_PX, CORNER_PX);
}

function dimmedPaths({ nodes, links, positions }: Projection, lit: Lit | null): OverviewPaths['dimmed'] {
  const dimmed = { tiles: new Path2D(), links: new Path2D() };
  if (lit === null) return dimmed;
  for (const [id, place] of positions) {
    if (!lit.nodes.has(id)) addTile(dimmed.tiles, place);
  }
  for (const { id, source, target, bends } of drawnLinks(nodes, links.values())) {
    const from = positions.get(source);
    const to = positions.get(target);
    if (!from || !to || lit.links.has(id)) continue;
    addLine(dimmed.links, from, bends, to);
  }
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
  const links = linkPaths(projection, linkStates);
  return { links, tiles, dimmed: dimmedPaths(projection, lit), shapes: shapesBehind(projection) };
}

export function selectionPaths(
  { nodes, links, positions }: Projection,
  selectedNodes: ReadonlySet<string>,
  selectedLinks: ReadonlySet<string>,
): SelectionPaths {
  const paths = { tiles: new Path2D(), links: new Path2D() };
  for (const id of selectedNodes) {
    const place = positions.get(id);
    if (place) addTile(paths.tiles, place);
  }
  const selected = [...selectedLinks].flatMap((id) => links.get(id) ?? []);
  for (const { source, target, bends } of drawnLinks(nodes, selected)) {
    const from = positions.get(source);
    const to = positions.get(target);
    if (from && to) addLine(paths.links, from, bends, to);
  }
  return paths;
}
