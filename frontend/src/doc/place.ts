/** Places for nodes that have none: a drawing that came without layout must be readable at once. */
import type { DocNode, Point, Projection } from './projection';

export const GRID_PX = 10;
const STEP_X_PX = 240;
const STEP_Y_PX = 150;
const ROW_LIMIT = 16;

/** Neighbours of each node, by id. */
function neighbours(projection: Projection): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const id of projection.nodes.keys()) found.set(id, []);
  for (const { ends } of projection.links.values()) {
    const [left, right] = ends;
    if (!('node' in left) || !('node' in right)) continue;
    found.get(left.node)?.push(right.node);
    found.get(right.node)?.push(left.node);
  }
  return found;
}

const RANK: Record<DocNode['kind'], number> = { internet: 0, router: 1, switch: 2, host: 3 };

/** Rows by distance from what stands at the top of a network: the internet, else the busiest router or switch. */
function rows(projection: Projection, ids: readonly string[]): string[][] {
  const near = neighbours(projection);
  const rank = (id: string) => RANK[projection.nodes.get(id)?.kind ?? 'host'];
  const degree = (id: string) => near.get(id)?.length ?? 0;
  const roots = [...ids].sort((a, b) => rank(a) - rank(b) || degree(b) - degree(a));
  const seen = new Set<string>();
  const found: string[][] = [];
  for (const root of roots) {
    let row = seen.has(root) ? [] : [root];
    seen.add(root);
    for (let depth = 0; row.length > 0; depth += 1) {
      found[depth] = [...(found[depth] ?? []), ...row];
      row = row.flatMap((id) => (near.get(id) ?? []).filter((next) => !seen.has(next) && seen.add(next)));
    }
  }
  return found;
}

/** Long rows are folded, so that a star of hundreds does not become a thread. */
function folded(found: readonly string[][]): string[][] {
  return found.flatMap((row) => {
    const limit = Math.max(ROW_LIMIT, Math.ceil(Math.sqrt(row.length) * 2));
    const parts = Math.ceil(row.length / limit);
    return Array.from({ length: parts }, (_, part) => row.slice(part * limit, (part + 1) * limit));
  });
}

/** Rows below all that is placed already, each centred; nothing that has a place is moved. */
export function placesForUnplaced(projection: Projection): Map<string, Point> {
  const ids = [...projection.nodes.keys()].filter((id) => !projection.positions.has(id));
  const taken = [...projection.positions.values()];
  const top = taken.length === 0 ? 0 : Math.max(...taken.map((place) => place.y)) + STEP_Y_PX;
  const places = new Map<string, Point>();
  folded(rows(projection, ids).map((row) => row.filter((id) => ids.includes(id)))).forEach((row, index) => {
    const left = Math.round((-(row.length - 1) * STEP_X_PX) / 2 / GRID_PX) * GRID_PX;
    row.forEach((id, column) => places.set(id, { x: left + column * STEP_X_PX, y: top + index * STEP_Y_PX }));
  });
  return places;
}

/** How far to move a drawing so that it lies below all that is there, at its left border. */
export function roomBelow(
  { positions }: Pick<Projection, 'positions'>,
  layout: Readonly<Record<string, readonly [number, number]>>,
): Point {
  const taken = [...positions.values()];
  const coming = Object.values(layout);
  if (taken.length === 0 || coming.length === 0) return { x: 0, y: 0 };
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  return {
    x: least(taken.map((place) => place.x)) - least(coming.map(([x]) => x)),
    y: most(taken.map((place) => place.y)) + STEP_Y_PX - least(coming.map(([, y]) => y)),
  };
}

/** The spot nearest to `wanted` where a card covers no other, on the grid. */
export function freePlace(projection: Projection, wanted: Point): Point {
  const taken = [...projection.positions.values()];
  const start = { x: Math.round(wanted.x / GRID_PX) * GRID_PX, y: Math.round(wanted.y / GRID_PX) * GRID_PX };
  const covers = (spot: Point) =>
    taken.some(({ x, y }) => Math.abs(x - spot.x) < STEP_X_PX - 40 && Math.abs(y - spot.y) < STEP_Y_PX - 40);
  for (let ring = 0; ring < 40; ring += 1) {
    const spot = spotsOfRing(start, ring).find((one) => !covers(one));
    if (spot) return spot;
  }
  return start;
}

function spotsOfRing(centre: Point, ring: number): Point[] {
  if (ring === 0) return [centre];
  const spots: Point[] = [];
  for (let dy = -ring; dy <= ring; dy += 1) {
    const step = Math.abs(dy) === ring ? 1 : 2 * ring;
    for (let dx = -ring; dx <= ring; dx += step) {
      spots.push({ x: centre.x + dx * STEP_X_PX, y: centre.y + dy * (STEP_Y_PX - 20) });
    }
  }
  const far = (spot: Point) => Math.hypot(spot.x - centre.x, spot.y - centre.y);
  return spots.sort((a, b) => far(a) - far(b));
}
