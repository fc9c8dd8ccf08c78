/** Where links lie, made once for a drawing and used for every frame. */
import { cardMiddle, ops, type Point, type Projection } from '@/doc';
import type { Vec } from '@/lib/geom';
import { angler } from '../../edges/angler';
import { linkWay, type LinkWay } from '../../edges/linkWay';
import { drawnLinks } from '../../edges/drawnLinks';
import { fanOffsets } from '../../edges/fan';

const ORIGIN: Point = { x: 0, y: 0 };

export interface PlacedLink {
  way: LinkWay;
  /** Middles of the cards at its first and its second end. */
  from: Vec;
  to: Vec;
  /** The nodes at them. */
  source: string;
  target: string;
  /** What it is limited to in each direction; 0: nothing. */
  limits_bps: readonly [number, number];
}

export function placedLinks(
  { nodes, links, positions }: Pick<Projection, 'nodes' | 'links' | 'positions'>,
  dragged: ReadonlyMap<string, Point> | null,
): ReadonlyMap<string, PlacedLink> {
  const drawn = drawnLinks(nodes, links.values());
  const routes = angler(drawn, positions);
  const offsets = fanOffsets(drawn);
  const placed = new Map<string, PlacedLink>();
  for (const [index, { id, source, target, bends, link }] of drawn.entries()) {
    const from = cardMiddle(dragged?.get(source) ?? positions.get(source) ?? ORIGIN);
    const to = cardMiddle(dragged?.get(target) ?? positions.get(target) ?? ORIGIN);
    const by = dragged && bends.length > 0 ? ops.commonShift(link, positions, dragged) : null;
    const carried = by ? bends.map((bend) => shifted(bend, by)) : bends;
    const offset_px = offsets[index] ?? 0;
    const way = linkWay({ from, to, offset_px, bends: carried, route: routes.get(id) });
    placed.set(id, { way, from, to, source, target, limits_bps: limitsOf(link.fields) });
  }
  return placed;
}

function shifted({ x, y }: Point, by: Point): Point {
  return { x: x + by.x, y: y + by.y };
}

/** The point at a share of the way. */
export function along({ length_px, fromStart, fromEnd }: LinkWay, share: number): Vec {
  return share <= 0.5 ? fromStart(share * length_px) : fromEnd((1 - share) * length_px);
}

const KBIT = 1000;

function limitsOf(fields: Readonly<Record<string, unknown>> | undefined): readonly [number, number] {
  const there = rateOf(fields?.impairment);
  return [there, fields?.impairment_back === undefined ? there : rateOf(fields.impairment_back)];
}

function rateOf(impairment: unknown): number {
  if (typeof impairment !== 'object' || impairment === null || !('rate_kbit' in impairment)) return 0;
  return Number(impairment.rate_kbit) * KBIT || 0;
}
