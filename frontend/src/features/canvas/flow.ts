/** The drawing as arrays of the canvas library; whatever did not change keeps its object, and is not rendered again. */
import { Position, type Edge, type Node } from '@xyflow/react';
import { ops, shapeBox, type Box, type DocNode, type DocShape, type Point, type Projection } from '@/doc';
import { KINDS, type CableWords } from '@/elements';
import { t } from '@/i18n';
import type { Angler } from './edges/angler';
import { drawnLinks, type DrawnEnd, type DrawnLink } from './edges/drawnLinks';
import { fanOffsets } from './edges/fan';
import type { Route } from './edges/linkWay';
import type { Part } from './sight';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from './size';

export type CardNode = Node<{ node: DocNode }, 'card'>;
export type ShapeNode = Node<{ shape: DocShape }, 'shape'>;
/** A card that is out of sight, for the links that end there. */
export type AnchorNode = Node<{ node: DocNode }, 'anchor'>;
export type FlowNode = CardNode | ShapeNode | AnchorNode;
export type LinkEdge = Edge<
  {
    offset_px: number;
    ends: readonly [DrawnEnd, DrawnEnd];
    cable: CableWords;
    label: string;
    bends: readonly Point[];
    route: Route | undefined;
  },
  'link'
>;

/** What is in the hand, and not in the document yet. */
export interface InHand {
  dragged: ReadonlyMap<string, Point> | null;
  resized: ReadonlyMap<string, Box> | null;
}

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

interface KeptShape {
  shape: DocShape;
  box: Box;
  selected: boolean;
  flow: ShapeNode;
}

interface KeptLink {
  key: string;
  bends: readonly Point[];
  flow: LinkEdge;
}

export class FlowCache {
  #nodes = new Map<string, KeptNode>();
  #shapes = new Map<string, KeptShape>();
  #links = new Map<string, KeptLink>();

  /** Shapes first: they lie behind the nodes. */
  nodes(
    projection: Projection,
    selectedNodes: ReadonlySet<string>,
    selectedShapes: ReadonlySet<string>,
    hand: InHand,
  ): FlowNode[] {
    return [
      ...this.#shapeNodes(projection, selectedShapes, hand),
      ...this.#cards(projection, selectedNodes, hand.dragged),
    ];
  }

  #shapeNodes(
    { shapes, positions }: Projection,
    selection: ReadonlySet<string>,
    { dragged, resized }: InHand,
  ): ShapeNode[] {
    const kept = new Map<string, KeptShape>();
    for (const [id, shape] of shapes) {
      const placed = shapeBox(shape, (node) => dragged?.get(node) ?? positions.get(node));
      if (placed === undefined) continue;
      const moved = shape.kind === 'group' ? undefined : dragged?.get(id);
      const box = resized?.get(id) ?? { ...placed, ...moved };
      const selected = selection.has(id);
      const old = this.#shapes.get(id);
      const same = old?.shape === shape && old.selected === selected && sameBox(old.box, box);
      kept.set(id, same ? old : { shape, box, selected, flow: flowShape(shape, box, selected) });
    }
    this.#shapes = kept;
    return [...kept.values()].map((one) => one.flow);
  }

  #cards(
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

  /**
   * `dragged` matters only where bends come along with both ends of their link, and `angler` where links are in right
   * angles: without it they are drawn straight.
   */
  edges(
    { nodes, links, positions }: Pick<Projection, 'nodes' | 'links' | 'positions'>,
    selection: ReadonlySet<string>,
    dragged: ReadonlyMap<string, Point> | null,
    angler: Angler | null,
  ): LinkEdge[] {
    const drawn = drawnLinks(nodes, links.values());
    const routes = angler?.(drawn, positions);
    const offsets = fanOffsets(drawn);
    const kept = new Map<string, KeptLink>();
    const flows = drawn.map((link, index) => {
      const by = dragged && link.bends.length > 0 && ops.commonShift(link.link, positions, dragged);
      const bends = by ? link.bends.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })) : link.bends;
      const one = this.#link(
        { ...link, bends },
        offsets[index] ?? 0,
        routes?.get(link.id),
        selection.has(link.id),
      );
      kept.set(link.id, one);
      return one.flow;
    });
    this.#links = kept;
    return flows;
  }

  #link(link: DrawnLink, offset_px: number, route: Route | undefined, selected: boolean): KeptLink {
    const { source, target, words, ends, cable, label, bends } = link;
    const tags = `${ends[0].tag?.text} ${ends[1].tag?.text}`;
    const said = [words, tags, cable.there, cable.back, cable.cut, label];
    const key = [source, target, ...said, offset_px, route?.key, selected].join('\n');
    const old = this.#links.get(link.id);
    const same = old?.key === key && old.bends === bends;
    return same ? old : { key, bends, flow: flowEdge(link, offset_px, route, selected) };
  }
}

const anchors = new WeakMap<CardNode, AnchorNode>();

function anchorOf(card: CardNode): AnchorNode {
  const known = anchors.get(card);
  if (known) return known;
  const anchor: AnchorNode = { ...card, type: 'anchor', focusable: false };
  anchors.set(card, anchor);
  return anchor;
}

/** What is given to the canvas library of a big drawing. */
export function partOf(
  nodes: readonly FlowNode[],
  edges: readonly LinkEdge[],
  given: Part,
): { nodes: FlowNode[]; edges: LinkEdge[] } {
  const part = edges.filter(({ id }) => given.links.has(id));
  const ends = new Set(part.flatMap(({ source, target }) => [source, target]));
  return {
    nodes: nodes.flatMap((node) => {
      if (given.nodes.has(node.id)) return [node];
      return node.type === 'card' && ends.has(node.id) ? [anchorOf(node)] : [];
    }),
    edges: part,
  };
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

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

const SHAPE_WORDS = {
  note: () => t('Note'),
  region: () => t('Region'),
  group: () => t('Group'),
};
/** Regions lie behind groups, and both behind links; only what is drawn of them takes the pointer. */
const SHAPE_LOOK = {
  note: {},
  region: { zIndex: -2, style: { pointerEvents: 'none' } },
  group: { zIndex: -1, style: { pointerEvents: 'none' } },
} as const;

function flowShape(shape: DocShape, { x, y, width, height }: Box, selected: boolean): ShapeNode {
  return {
    id: shape.id,
    type: 'shape',
    position: { x, y },
    selected,
    data: { shape },
    width,
    height,
    measured: { width, height },
    handles: [],
    connectable: false,
    ariaLabel: `${SHAPE_WORDS[shape.kind]()} ${shape.text}`.trim(),
    ...SHAPE_LOOK[shape.kind],
  };
}

function flowEdge(link: DrawnLink, offset_px: number, route: Route | undefined, selected: boolean): LinkEdge {
  const { id, source, target, ends, cable, words, label, bends } = link;
  return {
    id,
    source,
    target,
    type: 'link',
    sourceHandle: CENTRE,
    targetHandle: CENTRE,
    selected,
    data: { offset_px, ends, cable, label, bends, route },
    ariaLabel: `${words}${label && `, ${label}`}${cable.cut ? `, ${t('cut')}` : ''}`,
    interactionWidth: 18,
  };
}
