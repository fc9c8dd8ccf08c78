/** The way of packets that is pointed out on the canvas, by ids of elements. */
import { create } from 'zustand';
import type { PathTraced } from '@/api';
import { said } from '@/i18n';
import { linkIds, nodeIdByName, type Projection } from '@/doc';

export interface Steps {
  /** In the order in which they are passed. */
  nodes: readonly string[];
  /** Null for a step without a cable, as through a tunnel. */
  links: readonly (string | null)[];
}

export interface ShownPath {
  source: string;
  /** A node's name or an address. */
  target: string;
  there: Steps;
  /** Of the answer, where that one does not return. */
  back: Steps | null;
  /** Why the last of them stops; empty where all arrive. */
  fault: string;
}

/** The node at which it stops; none where it arrives. */
export function stopOf({ there, back, fault }: ShownPath): string | undefined {
  return fault === '' ? undefined : (back ?? there).nodes.at(-1);
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
  const ids = nodeIdByName(projection);
  const numbers = linkIds(projection);
  const steps = (nodes: readonly string[], links: readonly number[]): Steps => ({
    nodes: nodes.map((name) => ids.get(name) ?? ''),
    links: links.map((index) => numbers[index] ?? null),
  });
  return {
    ...ends,
    there: steps(traced.nodes, traced.links),
    back: traced.back_nodes.length > 0 ? steps(traced.back_nodes, traced.back_links) : null,
    fault: said(traced.fault, traced),
  };
}
