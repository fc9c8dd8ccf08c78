/** The part of a drawing that is laid out, as ELK takes it, and the places that it answers with. */
import { GRID_PX, type Point, type Projection } from '@/doc';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';
import type { LayoutKind } from './kinds';

export interface ElkGraph {
  id: string;
  layoutOptions: Readonly<Record<string, string>>;
  children: { id: string; width: number; height: number; x?: number; y?: number }[];
  edges: { id: string; sources: string[]; targets: string[] }[];
}

const OPTIONS: Readonly<Record<LayoutKind, Readonly<Record<string, string>>>> = {
  down: layered('DOWN'),
  right: layered('RIGHT'),
  force: { 'elk.algorithm': 'force', 'elk.spacing.nodeNode': '110', 'elk.randomSeed': '1' },
  radial: { 'elk.algorithm': 'radial', 'elk.spacing.nodeNode': '60' },
  tree: { 'elk.algorithm': 'mrtree', 'elk.spacing.nodeNode': '60' },
};

function layered(direction: string): Record<string, string> {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction,
    'elk.spacing.nodeNode': '60',
    'elk.layered.spacing.nodeNodeBetweenLayers': '90',
  };
}

/** What a network hangs from comes first: the trees of ELK begin with it. */
const RANK = { internet: 0, router: 1, switch: 2, host: 3 };

export function elkGraph(projection: Projection, ids: ReadonlySet<string>, kind: LayoutKind): ElkGraph {
  const nodes = [...projection.nodes.values()].filter((node) => ids.has(node.id));
  nodes.sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.order - b.order);
  const rank = new Map(nodes.map((node, index) => [node.id, index]));
  const edges = [...projection.links.values()].flatMap(({ id, ends }) => {
    const [left, right] = ends.map((end) => ('node' in end ? end.node : ''));
    const [from, to] = [rank.get(left ?? ''), rank.get(right ?? '')];
    if (left === undefined || right === undefined || from === undefined || to === undefined || from === to)
      return [];
    return [{ id, sources: [from < to ? left : right], targets: [from < to ? right : left] }];
  });
  return {
    id: 'drawing',
    layoutOptions: OPTIONS[kind],
    children: nodes.map(({ id }) => ({ id, width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX })),
    edges: kind === 'radial' || kind === 'tree' ? forest(edges) : edges,
  };
}

/** Trees have no rings: every node keeps the first cable that leads to it. */
function forest(edges: ElkGraph['edges']): ElkGraph['edges'] {
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

/** The same places moved so that their middle stays where it was, on the grid. */
export function placesFrom(
  projection: Projection,
  found: readonly { id: string; x?: number; y?: number }[],
): Map<string, Point> {
  const before = found.flatMap(({ id }) => projection.positions.get(id) ?? []);
  const after = found.map(({ x = 0, y = 0 }) => ({ x, y }));
  const [from, to] = [middle(after), middle(before)];
  const onGrid = (value: number) => Math.round(value / GRID_PX) * GRID_PX;
  return new Map(
    found.map(({ id, x = 0, y = 0 }) => [id, { x: onGrid(x - from.x + to.x), y: onGrid(y - from.y + to.y) }]),
  );
}

function middle(points: readonly Point[]): Point {
  if (points.length === 0) return { x: 0, y: 0 };
  const centre = (values: readonly number[]) =>
    (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  return { x: centre(points.map(({ x }) => x)), y: centre(points.map(({ y }) => y)) };
}
