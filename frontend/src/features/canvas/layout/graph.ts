/** The part of a drawing that is laid out, as ELK takes it, and the places that it answers with. */
import { FRAME_PX, FRAME_TOP_PX, GRID_PX, type Box, type Point, type Projection } from '@/doc';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';
import { framesOf, regionBoxes, type Frame } from './frames';
import type { LayoutKind } from './kinds';

export interface ElkEdge {
  id: string;
  sources: string[];
  targets: string[];
}

/** A card, or a frame with what is in it; places are those within the frame around. */
export interface ElkNode {
  id: string;
  width?: number;
  height?: number;
  x?: number;
  y?: number;
  layoutOptions?: Record<string, string>;
  children?: ElkNode[];
  edges?: ElkEdge[];
}

/** Where everything comes: nodes by their left upper corner, regions by their boxes. */
export interface Places {
  nodes: Map<string, Point>;
  regions: Map<string, Box>;
}

const OPTIONS: Readonly<Record<LayoutKind, Readonly<Record<string, string>>>> = {
  down: layered('DOWN'),
  right: layered('RIGHT'),
  force: { 'elk.algorithm': 'force', 'elk.spacing.nodeNode': '110', 'elk.randomSeed': '1' },
  radial: { 'elk.algorithm': 'radial', 'elk.spacing.nodeNode': '60' },
  tree: { 'elk.algorithm': 'mrtree', 'elk.spacing.nodeNode': '60' },
};
/** Otherwise the widest frame keeps all the others as far away as itself. */
const COMPACT = { ...OPTIONS.radial, 'elk.radial.compactor': 'RADIAL_COMPACTION' };
const PACKED = { 'elk.algorithm': 'box', 'elk.spacing.nodeNode': '30', 'elk.aspectRatio': '1.6' };
const INSIDE = {
  'elk.padding': `[top=${FRAME_TOP_PX},left=${FRAME_PX},bottom=${FRAME_PX},right=${FRAME_PX}]`,
};

function layered(direction: string): Record<string, string> {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction,
    'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
    'elk.spacing.nodeNode': '60',
    'elk.layered.spacing.nodeNodeBetweenLayers': '90',
  };
}

/** What a network hangs from comes first: the trees of ELK begin with it. */
const RANK = { internet: 0, router: 1, switch: 2, host: 3 };

type Content = Required<Pick<ElkNode, 'children' | 'edges'>>;

/** In a frame may be things without a cable between them, of which there is no tree to be drawn. */
function insideOptions({ children, edges }: Content, kind: LayoutKind): Readonly<Record<string, string>> {
  if (kind === 'down' || kind === 'right') return OPTIONS[kind];
  if (edges.length === 0) return PACKED;
  if (kind !== 'radial') return OPTIONS[kind];
  return edges.length < children.length - 1 ? OPTIONS.tree : COMPACT;
}

interface Item {
  id: string;
  /** The first one of its nodes. */
  rank: number;
  frame?: Frame;
}

export function elkGraph(projection: Projection, ids: ReadonlySet<string>, kind: LayoutKind): ElkNode {
  const nodes = [...projection.nodes.values()].filter((node) => ids.has(node.id));
  nodes.sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.order - b.order);
  const rank = new Map(nodes.map((node, index) => [node.id, index]));
  const cables = [...projection.links.values()].flatMap(({ id, ends }) => {
    const [left, right] = ends.map((end) => ('node' in end && rank.has(end.node) ? end.node : undefined));
    return left === undefined || right === undefined || left === right
      ? []
      : [{ id, ends: [left, right] as const }];
  });
  const isDeep = kind === 'down' || kind === 'right';

  const contentOf = (members: readonly string[], frames: readonly Frame[]): Content => {
    const items = itemsIn(members, frames, rank);
    const children = items.map(({ id, frame }) =>
      frame ? frameNode(frame) : { id, width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX },
    );
    return { children, edges: isDeep ? [] : edgesAmong(items, cables, kind) };
  };
  const frameNode = ({ shape, members, frames }: Frame): ElkNode => {
    const content = contentOf([...members], frames);
    return { id: shape.id, layoutOptions: { ...insideOptions(content, kind), ...INSIDE }, ...content };
  };

  const frames = framesOf(projection, ids);
  const all = nodes.map(({ id }) => id);
  const content = contentOf(all, frames);
  const cards = all.map((id, index) => ({ id, rank: index }));
  const edges = isDeep ? edgesAmong(cards, cables, kind) : content.edges;
  const options = kind === 'radial' && frames.length > 0 ? COMPACT : OPTIONS[kind];
  return { id: 'drawing', layoutOptions: { ...options }, ...content, edges };
}

/** What lies in a frame directly: other frames, and nodes that are in none of them. */
function itemsIn(
  members: readonly string[],
  frames: readonly Frame[],
  rank: ReadonlyMap<string, number>,
): Item[] {
  const rankOf = (id: string) => rank.get(id) ?? 0;
  const free = members.filter((id) => !frames.some((frame) => frame.members.has(id)));
  const items = [
    ...free.map((id): Item => ({ id, rank: rankOf(id) })),
    ...frames.map((frame): Item => {
      const least = [...frame.members].map(rankOf).reduce((a, b) => Math.min(a, b));
      return { id: frame.shape.id, rank: least, frame };
    }),
  ];
  return items.sort((a, b) => a.rank - b.rank);
}

/** Cables between two of the items, or between what is in them: only layers see through frames. */
function edgesAmong(
  items: readonly Item[],
  cables: readonly { id: string; ends: readonly [string, string] }[],
  kind: LayoutKind,
): ElkEdge[] {
  const holder = new Map<string, Item>();
  for (const item of items) for (const id of item.frame?.members ?? [item.id]) holder.set(id, item);
  const edges = cables.flatMap(({ id, ends }) => {
    const [left, right] = [holder.get(ends[0]), holder.get(ends[1])];
    if (!left || !right || left === right) return [];
    const [from, to] = left.rank < right.rank ? [left, right] : [right, left];
    return [{ id, sources: [from.id], targets: [to.id] }];
  });
  return kind === 'radial' || kind === 'tree' ? forest(edges) : edges;
}

/** Trees have no rings: every node keeps the first cable that leads to it. */
function forest(edges: readonly ElkEdge[]): ElkEdge[] {
  const roots = new Map<string, string>();
  const rootOf = (id: string): string => {
    const above = roots.get(id);
    return above === undefined ? id : rootOf(above);
  };
  const reached = new Set<string>();
  return edges.filter(({ sources: [from = ''], targets: [to = ''] }) => {
    const [left, right] = [rootOf(from), rootOf(to)];
    if (left === right || reached.has(to)) return false;
    reached.add(to);
    roots.set(right, left);
    return true;
  });
}

/** The same places moved so that the middle of all stays where it was, on the grid; and the regions round them. */
export function placesFrom(projection: Projection, found: readonly ElkNode[]): Places {
  const after = cornersOf(found, { x: 0, y: 0 });
  const before = [...after.keys()].flatMap((id) => projection.positions.get(id) ?? []);
  const [from, to] = [middle([...after.values()]), middle(before)];
  const onGrid = (value: number) => Math.round(value / GRID_PX) * GRID_PX;
  const nodes = new Map(
    [...after].map(([id, { x, y }]) => [id, { x: onGrid(x - from.x + to.x), y: onGrid(y - from.y + to.y) }]),
  );
  return { nodes, regions: regionBoxes(framesOf(projection, new Set(nodes.keys())), nodes) };
}

/** Where cards are on the whole drawing. */
function cornersOf(found: readonly ElkNode[], origin: Point): Map<string, Point> {
  return new Map(
    found.flatMap(({ id, x = 0, y = 0, children }) => {
      const corner = { x: origin.x + x, y: origin.y + y };
      return children ? [...cornersOf(children, corner)] : [[id, corner] as const];
    }),
  );
}

function middle(points: readonly Point[]): Point {
  if (points.length === 0) return { x: 0, y: 0 };
  const centre = (values: readonly number[]) =>
    (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  return { x: centre(points.map(({ x }) => x)), y: centre(points.map(({ y }) => y)) };
}
