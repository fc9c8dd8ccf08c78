/** The drawing as values, with the ids by which its parts are known again under another name or in another place. */
import type { Projection } from '../projection';
import { toTopology, writtenExpectations, writtenLinks } from '../toTopology';
import type { JsonMap } from './values';

export interface Drawn {
  readonly values: JsonMap;
  /** Ids of the nodes by name. */
  readonly nodes: Readonly<Record<string, string>>;
  /** Ids of the items of each list, in its order. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

export function drawn(projection: Projection): Drawn {
  return {
    values: toTopology(projection) as unknown as JsonMap,
    nodes: Object.fromEntries([...projection.nodes.values()].map((node) => [node.name, node.id])),
    lists: {
      links: writtenLinks(projection).map((link) => link.id),
      expect: writtenExpectations(projection).map((one) => one.id),
      shapes: [...projection.shapes.keys()],
    },
  };
}

/** Which name before each name of a node afterwards had, where it is another one. */
export function renames(before: Drawn, after: Drawn): Map<string, string> {
  const names = new Map(Object.entries(before.nodes).map(([name, id]) => [id, name]));
  const found = new Map<string, string>();
  for (const [name, id] of Object.entries(after.nodes)) {
    const old = names.get(id);
    if (old !== undefined && old !== name) found.set(old, name);
  }
  return found;
}
