/** Where the nodes and links of a drawing come to lie in a small picture of it. */
import { CARD_HEIGHT_PX, CARD_WIDTH_PX, type NodeKind, type TopologyJson } from '@/doc';

export interface ThumbnailNode {
  name: string;
  kind: NodeKind;
  x: number;
  y: number;
}

export interface ThumbnailLink {
  from: ThumbnailNode;
  to: ThumbnailNode;
}

export interface ThumbnailPicture {
  nodes: readonly ThumbnailNode[];
  links: readonly ThumbnailLink[];
  /** Side of a node's tile. */
  tile_px: number;
  /** Sides of a card as small as the drawing is. */
  card_px: readonly [width: number, height: number];
  /** Width of a link's line. */
  line_px: number;
}

const LARGEST_TILE_PX = 34;
const SMALLEST_TILE_PX = 5;
const SMALLEST_SIDE_PX = 1.8;
/** Never drawn larger than this, so that two nodes do not fly apart. */
const LARGEST_SCALE = 0.36;

type Place = readonly [number, number];

/** Nodes without a place stand in a circle, as nobody has put them anywhere yet. */
function placesOf(topology: TopologyJson): Map<string, Place> {
  const names = Object.keys(topology.nodes ?? {});
  const radius = 60 * Math.sqrt(names.length);
  return new Map(
    names.map((name, index) => {
      const angle = (2 * Math.PI * index) / names.length;
      const onCircle: Place = [radius * Math.cos(angle) * 1.8, radius * Math.sin(angle)];
      return [name, topology.layout?.[name] ?? onCircle];
    }),
  );
}

function bounds(places: Iterable<Place>): { left: number; top: number; width: number; height: number } {
  const all = [...places];
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

export function thumbnailPicture(
  topology: TopologyJson,
  width_px: number,
  height_px: number,
): ThumbnailPicture {
  const places = placesOf(topology);
  if (places.size === 0) return { nodes: [], links: [], tile_px: 0, card_px: [0, 0], line_px: 0 };
  const box = bounds(places.values());
  const tile_px = Math.max(SMALLEST_TILE_PX, Math.min(LARGEST_TILE_PX, 340 / (places.size + 3)));
  const room = { width: width_px - tile_px - 32, height: height_px - tile_px - 28 };
  const scale = Math.min(LARGEST_SCALE, room.width / (box.width || 1), room.height / (box.height || 1));
  const x0 = (width_px - box.width * scale) / 2;
  const y0 = (height_px - box.height * scale) / 2;
  const nodes = [...places].map(([name, [x, y]]) => ({
    name,
    kind: topology.nodes?.[name]?.kind ?? 'host',
    x: x0 + (x - box.left) * scale,
    y: y0 + (y - box.top) * scale,
  }));
  const side = (card_px: number) => Math.min(tile_px, Math.max(SMALLEST_SIDE_PX, card_px * scale));
  return {
    nodes,
    links: linksOf(topology, nodes),
    tile_px,
    card_px: [side(CARD_WIDTH_PX), side(CARD_HEIGHT_PX)],
    line_px: Math.max(0.4, tile_px / 21),
  };
}

function linksOf(topology: TopologyJson, nodes: readonly ThumbnailNode[]): ThumbnailLink[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  return (topology.links ?? []).flatMap(({ ends }) => {
    const [from, to] = ends.map((end) => byName.get(end.split(':')[0] ?? ''));
    return from && to ? [{ from, to }] : [];
  });
}

const inShort = (px: number) => px.toFixed(1);

/** All links as one line: a picture of a thousand costs no more elements than one of two. */
export function linkPath({ links }: ThumbnailPicture): string {
  return links
    .map(({ from, to }) => `M${inShort(from.x)} ${inShort(from.y)}L${inShort(to.x)} ${inShort(to.y)}`)
    .join('');
}

/** The cards of each kind as one line round all of them. */
export function cardPaths({ nodes, card_px: [width, height] }: ThumbnailPicture): [NodeKind, string][] {
  const sides = `h${inShort(width)}v${inShort(height)}h-${inShort(width)}z`;
  const paths = new Map<NodeKind, string>();
  for (const { kind, x, y } of nodes) {
    const corner = `M${inShort(x - width / 2)} ${inShort(y - height / 2)}`;
    paths.set(kind, `${paths.get(kind) ?? ''}${corner}${sides}`);
  }
  return [...paths];
}
