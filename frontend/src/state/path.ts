/** The way of packets that is pointed out on the canvas, by ids of elements. */
import { create } from 'zustand';
import type { PathTraced } from '@/api';
import { linkIds, nodeIdByName, type Projection } from '@/doc';

export interface ShownPath {
  source: string;
  /** A node's name or an address. */
  target: string;
  /** In the order in which they are passed; the last one is where it ends. */
  nodes: readonly string[];
  /** Null for a step without a cable, as through a tunnel. */
  links: readonly (string | null)[];
  /** The packet arrives, and this is the way of its answer, which does not. */
  back: boolean;
  /** Why it stops; empty where it arrives. */
  fault: string;
}

export const usePath = create<{ path: ShownPath | null; show: (path: ShownPath | null) => void }>((set) => ({
  path: null,
  show: (path) => set({ path }),
}));

/** `projection` is the drawing that runs: names and numbers are those in it. */
export function placedPath(
  traced: PathTraced,
  ends: { source: string; target: string },
  projection: Projection,
): ShownPath {
  const nodes = nodeIdByName(projection);
  const links = linkIds(projection);
  return {
    ...ends,
    nodes: traced.nodes.flatMap((name) => nodes.get(name) ?? []),
    links: traced.links.map((index) => links[index] ?? null),
    back: traced.back,
    fault: traced.fault,
  };
}
