/** What the canvas shows of the running lab over the drawing, by id, so that a later rename does not lose it. */
import { create } from 'zustand';
import { linkIds, nodeIdByName, type Projection } from '@/doc';

export type NodeState = 'absent' | 'up' | 'partial';
export type LinkState = 'absent' | 'up' | 'down' | 'cut';

export interface UsedAddress {
  interface: string;
  address: string;
}

interface Overlay {
  nodes: ReadonlyMap<string, NodeState>;
  links: ReadonlyMap<string, LinkState>;
  /** Addresses in use, automatic ones too, by node. */
  addresses: ReadonlyMap<string, readonly UsedAddress[]>;
  /** As in a `node_states` event: by name; nodes that are not named keep their state. */
  showNodes: (states: Readonly<Record<string, NodeState>>, projection: Projection) => void;
  /** As in a `link_states` event: by index in the links of the revision that runs, which is `projection`. */
  showLinks: (states: Readonly<Record<string, LinkState>>, projection: Projection) => void;
  /** As in the targets of a `matrix_started` event. */
  showAddresses: (used: readonly (UsedAddress & { node: string })[], projection: Projection) => void;
  clear: () => void;
}

const NOTHING = { nodes: new Map(), links: new Map(), addresses: new Map() } as const;

export const useOverlay = create<Overlay>((set) => ({
  ...NOTHING,
  showNodes: (states, projection) => {
    const ids = nodeIdByName(projection);
    set(({ nodes }) => ({ nodes: merged(nodes, states, (name) => ids.get(name)) }));
  },
  showLinks: (states, projection) => {
    const ids = linkIds(projection);
    set(({ links }) => ({ links: merged(links, states, (index) => ids[Number(index)]) }));
  },
  showAddresses: (used, projection) => {
    const ids = nodeIdByName(projection);
    const addresses = new Map<string, UsedAddress[]>();
    for (const { node, ...one } of used) {
      const id = ids.get(node);
      if (id !== undefined) addresses.set(id, [...(addresses.get(id) ?? []), one]);
    }
    set({ addresses });
  },
  clear: () => set(NOTHING),
}));

function merged<State>(
  before: ReadonlyMap<string, State>,
  states: Readonly<Record<string, State>>,
  idOf: (key: string) => string | undefined,
): ReadonlyMap<string, State> {
  const after = new Map(before);
  for (const [key, state] of Object.entries(states)) {
    const id = idOf(key);
    if (id !== undefined) after.set(id, state);
  }
  return after;
}

/** Whether anything of the lab is there: until then what shows a running lab is not even loaded. */
export function isAnyThere({ nodes }: Pick<Overlay, 'nodes'>): boolean {
  for (const state of nodes.values()) {
    if (state !== 'absent') return true;
  }
  return false;
}
