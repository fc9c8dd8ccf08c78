/** What somebody changed by hand in the lab that runs, at the elements it is about. */
import { create } from 'zustand';
import type { Drift, DriftDifference } from '@/api';
import { elementAt, type ElementId, type Projection } from '@/doc';

export interface PlacedDifference extends DriftDifference {
  at: ElementId;
}

interface Drifted {
  items: readonly PlacedDifference[];
  /** May be more than are listed. */
  total: number;
  /** What would have the drawing say what is there. */
  edits: Drift['edits'];
  /** The differences at each node and link that nobody chose to ignore, in words. */
  byElement: ReadonlyMap<string, readonly string[]>;
  /** `projection` is the drawing that was applied: positions in the paths are positions in it. */
  show: (drift: Drift, projection: Projection) => void;
  /** Which are ignored now, by id. */
  mark: (ignored: ReadonlyMap<string, boolean>) => void;
  clear: () => void;
}

const NOTHING = { items: [], total: 0, edits: {}, byElement: new Map() } as const;

export const useDrift = create<Drifted>((set) => ({
  ...NOTHING,
  show: ({ items, total, edits }, projection) => {
    const placed = items.map((one) => ({ ...one, at: placeOf(one, projection) }));
    set({ items: placed, total, edits, byElement: collected(placed) });
  },
  mark: (ignored) =>
    set((drift) => {
      const items = drift.items.map((one) => ({ ...one, ignored: ignored.get(one.id) ?? one.ignored }));
      return { items, byElement: collected(items) };
    }),
  clear: () => set(NOTHING),
}));

/** What has no element of its own is at its node. */
function placeOf({ element, node }: DriftDifference, projection: Projection): ElementId {
  const at = elementAt(projection, element);
  return at.type === 'lab' && node !== '' ? elementAt(projection, `nodes/${node}`) : at;
}

function collected(items: readonly PlacedDifference[]): Drifted['byElement'] {
  const found = new Map<string, string[]>();
  for (const { at, text, ignored } of items) {
    const key = 'node' in at ? at.node : at.type === 'link' ? at.link : undefined;
    if (key === undefined || ignored) continue;
    found.set(key, [...(found.get(key) ?? []), text]);
  }
  return found;
}
