/** The shapes of the overview, made once for a drawing and used for every frame of a pan or zoom. */
import { shapeBox, type Box, type DocShape, type NodeKind, type Projection } from '@/doc';
import type { Lit } from '@/state/filter';
import type { LinkState } from '@/state/overlay';
import { drawnLinks } from '../flow';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';

export type LinkTone = LinkState | 'plain' | 'selected';
/** Links of one tone are stroked at once; impaired and cut ones are dashed. */
export type LinkLook = LinkTone | `${LinkTone} dashed`;

export interface OverviewPaths {
  links: ReadonlyMap<LinkLook, Path2D>;
  tiles: ReadonlyMap<NodeKind, Path2D>;
  selected: Path2D;
  /** What the filter dims. */
  dimmed: { tiles: Path2D; links: Path2D };
  /** Regions first, then groups, then notes. */
  shapes: readonly { shape: DocShape; box: Box }[];
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
  selected: ReadonlySet<string>,
): ReadonlyMap<LinkLook, Path2D> {
  const paths = new Map<LinkLook, Path2D>();
  for (const { id, source, target, cable, bends } of drawnLinks(nodes, links.values())) {
    const from = positions.get(source);
    const to = positions.get(target);
    if (!from || !to) continue;
    const tone = selected.has(id) ? 'selected' : cable.cut ? 'cut' : (states.get(id) ?? 'plain');
    const dashed = tone === 'cut' || cable.there !== '' || cable.back !== '';
    const path = ensure(paths, dashed ? (`${tone} dashed` as const) : tone);
    path.moveTo(from.x + CARD_WIDTH_PX / 2, from.y + CARD_HEIGHT_PX / 2);
    for (const bend of bends) path.lineTo(bend.x, bend.y);
    path.lineTo(to.x + CARD_WIDTH_PX / 2, to.y + CARD_HEIGHT_PX / 2);
  }
  return paths;
}

function dimmedPaths({ nodes, links, positions }: Projection, lit: Lit | null): OverviewPaths['dimmed'] {
  const dimmed = { tiles: new Path2D(), links: new Path2D() };
  if (lit === null) return dimmed;
  for (const [id, { x, y }] of positions) {
    if (!lit.nodes.has(id)) dimmed.tiles.roundRect(x, y, CARD_WIDTH_PX, CARD_HEIGHT_PX, CORNER_PX);
  }
  for (const { id, source, target, bends } of drawnLinks(nodes, links.values())) {
    const from = positions.get(source);
    const to = positions.get(target);
    if (!from || !to || lit.links.has(id)) continue;
    dimmed.links.moveTo(from.x + CARD_WIDTH_PX / 2, from.y + CARD_HEIGHT_PX / 2);
    for (const bend of bends) dimmed.links.lineTo(bend.x, bend.y);
    dimmed.links.lineTo(to.x + CARD_WIDTH_PX / 2, to.y + CARD_HEIGHT_PX / 2);
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
  selectedNodes: ReadonlySet<string>,
  selectedLinks: ReadonlySet<string>,
  lit: Lit | null,
): OverviewPaths {
  const tiles = new Map<NodeKind, Path2D>();
  const selected = new Path2D();
  for (const [id, { kind }] of projection.nodes) {
    const place = projection.positions.get(id);
    if (!place) continue;
    ensure(tiles, kind).roundRect(place.x, place.y, CARD_WIDTH_PX, CARD_HEIGHT_PX, CORNER_PX);
    if (selectedNodes.has(id)) selected.roundRect(place.x, place.y, CARD_WIDTH_PX, CARD_HEIGHT_PX, CORNER_PX);
  }
  const links = linkPaths(projection, linkStates, selectedLinks);
  return { links, tiles, selected, dimmed: dimmedPaths(projection, lit), shapes: shapesBehind(projection) };
}
