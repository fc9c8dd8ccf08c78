/** Which nodes and links stay bright while the drawing is filtered; the rest is dimmed, and can still be used. */
import { isInVlan, type DocInterface, type LinkEnd, type NodeKind, type Projection } from '@/doc';

export type FilterState = 'problems' | 'drift' | 'failed';

export interface Filter {
  /** Empty: every kind. */
  readonly kinds: ReadonlySet<NodeKind>;
  readonly vlan: number | null;
  readonly state: FilterState | null;
}

export const NO_FILTER: Filter = { kinds: new Set(), vlan: null, state: null };

/** What stays bright. */
export interface Lit {
  readonly nodes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

/** Ids of the nodes and links of which each state can be said. */
export type Stated = Readonly<Record<FilterState, ReadonlySet<string>>>;

export function isFiltered({ kinds, vlan, state }: Filter): boolean {
  return kinds.size > 0 || vlan !== null || state !== null;
}

/** A node has to pass every part of the filter; null while there is none. */
export function litBy(filter: Filter, projection: Projection, stated: Stated): Lit | null {
  if (!isFiltered(filter)) return null;
  const parts = [
    kindPart(filter, projection),
    vlanPart(filter, projection),
    statePart(filter, projection, stated),
  ];
  const active = parts.filter((part) => part !== null);
  const passing = (ids: Iterable<string>, of: keyof Lit) =>
    new Set([...ids].filter((id) => active.every((part) => part[of].has(id))));
  return {
    nodes: passing(projection.nodes.keys(), 'nodes'),
    links: passing(projection.links.keys(), 'links'),
  };
}

function kindPart({ kinds }: Filter, projection: Projection): Lit | null {
  if (kinds.size === 0) return null;
  const nodes = [...projection.nodes.values()].filter(({ kind }) => kinds.has(kind)).map(({ id }) => id);
  return withLinksBetween(projection, new Set(nodes));
}

function withLinksBetween({ links }: Projection, nodes: ReadonlySet<string>): Lit {
  const between = [...links.values()].filter(({ ends }) =>
    ends.every((end) => 'node' in end && nodes.has(end.node)),
  );
  return { nodes, links: new Set(between.map(({ id }) => id)) };
}

/** What has a port in the VLAN, and what is plugged into one. */
function vlanPart({ vlan }: Filter, { nodes, links }: Projection): Lit | null {
  if (vlan === null) return null;
  const inVlan = (port: DocInterface) => isInVlan(port, vlan);
  const endIsIn = (end: LinkEnd) =>
    'node' in end &&
    nodes.get(end.node)?.interfaces.some((port) => port.id === end.interface && inVlan(port)) === true;
  const carrying = [...links.values()].filter(({ ends }) => ends.some(endIsIn));
  const own = [...nodes.values()].filter(({ interfaces }) => interfaces.some(inVlan)).map(({ id }) => id);
  const plugged = carrying.flatMap(({ ends }) => ends.flatMap((end) => ('node' in end ? [end.node] : [])));
  return { nodes: new Set([...own, ...plugged]), links: new Set(carrying.map(({ id }) => id)) };
}

function statePart({ state }: Filter, projection: Projection, stated: Stated): Lit | null {
  if (state === null) return null;
  const ids = stated[state];
  const nodes = new Set([...projection.nodes.keys()].filter((id) => ids.has(id)));
  const links = [...projection.links.keys()].filter((id) => ids.has(id));
  const between = state === 'failed' ? withLinksBetween(projection, nodes).links : links;
  return { nodes, links: new Set(between) };
}
