/** What crosses the links of the running lab, by id; those at rest are not in it. */
import { create } from 'zustand';
import type { LinkRates } from '@/api';
import { linkIds, type Projection } from '@/doc';

export interface LinkTraffic {
  /** From the first end to the second, and back. */
  there_bps: number;
  back_bps: number;
  there_pps: number;
  back_pps: number;
  /** A second, both ways. */
  drops: number;
  errors: number;
}

interface Traffic {
  links: ReadonlyMap<string, LinkTraffic>;
  /** Whether the host tells of it at all. */
  isTold: boolean;
  /** `projection` is the drawing that runs: numbers of links are positions in it. */
  take: (rates: LinkRates, projection: Projection) => void;
  clear: () => void;
}

const FIELDS_PER_LINK = 7;
const NOTHING = { links: new Map<string, LinkTraffic>(), isTold: false } as const;

export const useTraffic = create<Traffic>((set) => ({
  ...NOTHING,
  take: (rates, projection) => {
    const ids = linkIds(projection);
    set(({ links }) => ({ isTold: true, links: taken(links, rates, ids) }));
  },
  clear: () => set(NOTHING),
}));

export function taken(
  before: ReadonlyMap<string, LinkTraffic>,
  { whole, links }: Pick<LinkRates, 'whole' | 'links'>,
  ids: readonly string[],
): ReadonlyMap<string, LinkTraffic> {
  const after = new Map(whole ? [] : before);
  for (let at = 0; at + FIELDS_PER_LINK <= links.length; at += FIELDS_PER_LINK) {
    const [link = -1, ...figures] = links.slice(at, at + FIELDS_PER_LINK);
    const id = ids[link];
    if (id === undefined) continue;
    const [there_bps = 0, back_bps = 0, there_pps = 0, back_pps = 0, drops = 0, errors = 0] = figures;
    if (figures.every((one) => one === 0)) after.delete(id);
    else after.set(id, { there_bps, back_bps, there_pps, back_pps, drops, errors });
  }
  return after;
}

/** Of the direction in which more goes. */
export function busier_bps({ there_bps, back_bps }: LinkTraffic): number {
  return Math.max(there_bps, back_bps);
}
