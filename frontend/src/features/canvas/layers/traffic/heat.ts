/** How busy a link is, in five steps that colour and thickness both tell. */
import type { LinkTraffic } from '@/state/traffic';
import type { PlacedLink } from './curves';

export interface HeatStep {
  token: '--heat-1' | '--heat-2' | '--heat-3' | '--heat-4' | '--heat-5';
  /** Up to this many bit/s, where no limit is drawn. */
  most_bps: number;
  /** Up to this share of the drawn limit. */
  most_share: number;
  width_px: number;
}

export const HEAT_STEPS: readonly HeatStep[] = [
  { token: '--heat-1', most_bps: 1e4, most_share: 0.1, width_px: 5 },
  { token: '--heat-2', most_bps: 1e5, most_share: 0.3, width_px: 7 },
  { token: '--heat-3', most_bps: 1e6, most_share: 0.6, width_px: 10 },
  { token: '--heat-4', most_bps: 1e7, most_share: 0.9, width_px: 13 },
  { token: '--heat-5', most_bps: Infinity, most_share: Infinity, width_px: 17 },
];

/** Of the way that is nearer to its limit, or busier where neither has one. */
export function heatStep(
  { there_bps, back_bps }: Pick<LinkTraffic, 'there_bps' | 'back_bps'>,
  limits_bps: PlacedLink['limits_bps'],
): number {
  return Math.max(stepOf(there_bps, limits_bps[0]), stepOf(back_bps, limits_bps[1]));
}

function stepOf(bps: number, limit_bps: number): number {
  const last = HEAT_STEPS.length - 1;
  const found =
    limit_bps > 0
      ? HEAT_STEPS.findIndex(({ most_share }) => bps / limit_bps <= most_share)
      : HEAT_STEPS.findIndex(({ most_bps }) => bps <= most_bps);
  return found < 0 ? last : found;
}
