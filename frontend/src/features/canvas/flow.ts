/** The drawing as arrays of the canvas library; whatever did not change keeps its object, and is not rendered again. */
import { Position, type Edge, type Node } from '@xyflow/react';
import type { DocLink, DocNode, Point, Projection } from '@/doc';
import { KINDS } from '@/elements';
import { fanOffset } from '@/lib/geom';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX, FAN_GAP_PX } from './size';

export type CardNode = Node<{ node: DocNode }, 'card'>;
export type LinkEdge = Edge<{ offset_px: number; names: readonly [string, string] }, 'link'>;

/** The middle of a card: where links point to. */
export const CENTRE = 'centre';

const HANDLE_PX = 14;
const middle = { x: CARD_WIDTH_PX / 2 - HANDLE_PX / 2, y: CARD_HEIGHT_PX / 2 - HANDLE_PX / 2 };
const side = (id: string, position: Position, x: number, y: number) => ({
  id,
  type: 'source' as const,
  position,
  x,
  y,
  width: HANDLE_PX,
  height: HANDLE_PX,
});
const HANDLES = [
  { ...side(CENTRE, Position.Top, CARD_WIDTH_PX / 2, CARD_HEIGHT_PX / 2), width: 0, height: 0 },
  side('top', Position.Top, middle.x, -HANDLE_PX / 2),
  side('right', Position.Right, CARD_WIDTH_PX - HANDLE_PX / 2, middle.y),
  side('bottom', Position.Bottom, middle.x, CARD_HEIGHT_PX - HANDLE_PX / 2),
  side('left', Position.Left, -HANDLE_PX / 2, middle.y),
];
const MEASURED = { width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX };
const ORIGIN: Point = { x: 0, y: 0 };

interface KeptNode {
  node: DocNode;
  place: Point;
  selected: boolean;
  flow: CardNode;
}

interface KeptLink {
  key: string;
  flow: LinkEdge;
}

export class FlowCache {
  #nodes = new Map<string, KeptNode>();
  #links = new Map<string, KeptLink>();

  /** `dragged` holds places that are not in the document yet. */
  nodes(
    { nodes, positions }: Projection,
    selection: ReadonlySet<string>,
    dragged: ReadonlyMap<string, Point> | null,
  ): CardNode[] {
    const kept = new Map<string, KeptNode>();
    const flows: CardNode[] = [];
    for (const [id, node] of nodes) {
      const place = dragged?.get(id) ?? positions.get(id) ?? ORIGIN;
      const selected = selection.has(id);
      const old = this.#nodes.get(id);
      const same = old?.node === node && old.place === place && old.selected === selected;
      const one = same ? old : { node, place, selected, flow: flowNode(node, place, selected) };
      kept.set(id, one);
      flows.push(one.flow);
    }
    this.#nodes = kept;
    return flows;
  }

  edges({ nodes, links }: Pick<Projection, 'nodes' | 'links'>, selection: ReadonlySet<string>): LinkEdge[] {
    const drawn = drawnLinks(nodes, links.values());
    const pairs = new Map<string, number>();
    for (const link of drawn) pairs.set(link.pair, (pairs.get(link.pair) ?? 0) + 1);
    const seen = new Map<string, number>();
    const kept = new Map<string, KeptLink>();
    const flows = drawn.map((link) => {
      const index = seen.get(link.pair) ?? 0;
      seen.set(link.pair, index + 1);
      const offset_px = fanOffset(index, pairs.get(link.pair) ?? 1, FAN_GAP_PX) * (link.turned ? -1 : 1);
      const one = this.#link(link, offset_px, selection.has(link.id));
      kept.set(link.id, one);
      return one.flow;
    });
    this.#links = kept;
    return flows;
  }

  #link(link: DrawnLink, offset_px: number, selected: boolean): KeptLink {
    const key = `${link.source} ${link.target} ${link.words} ${offset_px} ${selected}`;
    const old = this.#links.get(link.id);
    return old?.key === key ? old : { key, flow: flowEdge(link, offset_px, selected) };
  }
}

export interface DrawnLink {
  id: string;
  source: string;
  target: string;
  names: readonly [string, string];
  /** `node:interface` of both ends, for a reader. */
  words: string;
  /** The same for all links between two nodes. */
  pair: string;
  /** Whether it runs against the order of its pair: its sideways offset then has the other sign. */
  turned: boolean;
}

/** Links whose two ends are both there: somebody may just have removed a node at the other side. */
export function drawnLinks(nodes: Projection['nodes'], links: Iterable<DocLink>): DrawnLink[] {
  const drawn: DrawnLink[] = [];
  for (const { id, ends } of links) {
    const [left, right] = ends;
    if (!('node' in left) || !('node' in right)) continue;
    const from = nodes.get(left.node);
    const to = nodes.get(right.node);
    if (from === undefined || to === undefined) continue;
    const name = (node: DocNode, port?: string) =>
      node.interfaces.find((one) => one.id === port)?.name ?? '?';
    const turned = from.id > to.id;
    const names = [name(from, left.interface), name(to, right.interface)] as const;
    drawn.push({
      id,
      source: from.id,
      target: to.id,
      names,
      words: `${from.name}:${names[0]} to ${to.name}:${names[1]}`,
      pair: turned ? `${to.id} ${from.id}` : `${from.id} ${to.id}`,
      turned,
    });
  }
  return drawn;
}

function flowNode(node: DocNode, position: Point, selected: boolean): CardNode {
  return {
    id: node.id,
    type: 'card',
    position,
    selected,
    data: { node },
    width: CARD_WIDTH_PX,
    height: CARD_HEIGHT_PX,
    measured: MEASURED,
    handles: HANDLES,
    ariaLabel: `${KINDS[node.kind].label} ${node.name}`,
  };
}

function flowEdge(
  { id, source, target, names, words }: DrawnLink,
  offset_px: number,
  selected: boolean,
): LinkEdge {
  return {
    id,
    source,
    target,
    type: 'link',
    sourceHandle: CENTRE,
    targetHandle: CENTRE,
    selected,
    data: { offset_px, names },
    ariaLabel: `Link ${words}`,
    interactionWidth: 18,
  };
}
