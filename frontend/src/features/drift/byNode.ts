import type { PlacedDifference } from '@/state/drift';

export interface DriftGroup {
  /** A node's name; empty: links and the lab as a whole. */
  node: string;
  items: readonly PlacedDifference[];
}

/** The differences node by node, as adopting and reverting go; a node of which all is ignored comes last. */
export function byNode(items: readonly PlacedDifference[]): DriftGroup[] {
  const groups = new Map<string, PlacedDifference[]>();
  for (const item of items) groups.set(item.node, [...(groups.get(item.node) ?? []), item]);
  const isIgnored = (group: DriftGroup) => group.items.every((one) => one.ignored);
  return [...groups]
    .map(([node, found]) => ({ node, items: found }))
    .sort((a, b) => Number(isIgnored(a)) - Number(isIgnored(b)));
}
