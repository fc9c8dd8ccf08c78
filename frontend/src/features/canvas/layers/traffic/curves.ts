/** Where links lie, made once for a drawing and used for every frame. */
import type { Point, Projection } from '@/doc';
import { fanOffset, linkCurve, type Curve, type Vec } from '@/lib/geom';
import { drawnLinks } from '../../flow';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX, FAN_GAP_PX } from '../../size';

export interface PlacedLink {
  curve: Curve;
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
  const pairs = new Map<string, number>();
  for (const { pair } of drawn) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  const seen = new Map<string, number>();
  const placed = new Map<string, PlacedLink>();
  for (const { id, source, target, pair, turned } of drawn) {
    const index = seen.get(pair) ?? 0;
    seen.set(pair, index + 1);
    const from = middleOf(dragged?.get(source) ?? positions.get(source));
    const to = middleOf(dragged?.get(target) ?? positions.get(target));
    const offset_px = fanOffset(index, pairs.get(pair) ?? 1, FAN_GAP_PX) * (turned ? -1 : 1);
    const curve = linkCurve(from, to, offset_px, CARD_WIDTH_PX, CARD_HEIGHT_PX);
    placed.set(id, { curve, from, to, source, target, limits_bps: limitsOf(links.get(id)?.fields) });
  }
  return placed;
}

function middleOf(place: Point | undefined): Vec {
  return { x: (place?.x ?? 0) + CARD_WIDTH_PX / 2, y: (place?.y ?? 0) + CARD_HEIGHT_PX / 2 };
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
