/** A lab, or what is selected of it, as one SVG file that needs nothing beside itself. */
import {
  boxAround,
  CARD_HEIGHT_PX,
  CARD_WIDTH_PX,
  cardMiddle,
  type Box,
  type DocShape,
  type Projection,
} from '@/doc';
import { angler, FlowCache, linkWay, type FlowNode, type LinkEdge, type LinkWay } from '@/features/canvas';
import type { Look } from './look';
import { cardSvg, LABEL_CHAR_PX, linkSvg, linkWords, shapeSvg } from './pieces';
import { element, escapeXml } from './xml';

export interface Selection {
  nodes: ReadonlySet<string>;
  links: ReadonlySet<string>;
  shapes: ReadonlySet<string>;
}

export interface Picture {
  svg: string;
  width_px: number;
  height_px: number;
  /** The part of the drawing that it shows. */
  frame: Box;
  /** What is drawn, without the frame's ground. */
  inner: string;
}

const MARGIN_PX = 24;
const EMPTY: Box = { x: 0, y: 0, width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX };
const FONT = "ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const NOTHING: ReadonlySet<string> = new Set();
const IN_HAND = { dragged: null, resized: null };
type Layer = DocShape['kind'] | 'card';

interface Cable {
  edge: LinkEdge;
  way: LinkWay;
}

/** `selection` null: everything. */
export function pictureSvg(projection: Projection, look: Look, selection: Selection | null): Picture {
  const cache = new FlowCache();
  const edges = cache.edges(projection, NOTHING, null, angler).filter((edge) => isShown(edge, selection));
  const ends = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
  const pieces = cache
    .nodes(projection, NOTHING, NOTHING, IN_HAND)
    .filter(({ id }) => !selection || selection.nodes.has(id) || selection.shapes.has(id) || ends.has(id))
    .map((flow) => piece(flow, look));
  const cables = edges.map((edge) => ({ edge, way: wayOf(edge, projection) }));
  const layer = (name: Layer) => pieces.filter((one) => one.layer === name).map((one) => one.svg);
  const boxes = [...pieces.map(({ box }) => box), ...cables.flatMap(roomOf)];
  return wholeFile(projection.name, withMargin(boxAround(boxes) ?? EMPTY), look, [
    ...layer('region'),
    ...layer('group'),
    ...cables.map(({ edge, way }) => linkSvg(edge, way, look.palette)),
    ...layer('note'),
    ...layer('card'),
  ]);
}

function piece(flow: FlowNode, look: Look): { layer: Layer; box: Box; svg: string } {
  const { position, width = CARD_WIDTH_PX, height = CARD_HEIGHT_PX, data } = flow;
  const box = { ...position, width, height };
  if ('node' in data) return { layer: 'card', box, svg: cardSvg(data.node, box, look) };
  return { layer: data.shape.kind, box, svg: shapeSvg(data.shape, box, look.palette) };
}

/** A link is in the picture of a selection when it is selected, or both its ends are. */
function isShown({ id, source, target }: LinkEdge, selection: Selection | null): boolean {
  if (selection === null || selection.links.has(id)) return true;
  return selection.nodes.has(source) && selection.nodes.has(target);
}

function wayOf({ source, target, data }: LinkEdge, { positions }: Projection): LinkWay {
  const centre = (id: string) => cardMiddle(positions.get(id) ?? EMPTY);
  return linkWay({
    from: centre(source),
    to: centre(target),
    bends: data?.bends ?? [],
    offset_px: data?.offset_px ?? 0,
    route: data?.route,
  });
}

/** What a cable and its words need: its points, its furthest sideways, and its longest line. */
function roomOf({ edge, way }: Cable): Box[] {
  const { lines, cut } = linkWords(edge, way);
  const longest = Math.max(0, ...lines.map((line) => line.length));
  const width = longest * LABEL_CHAR_PX;
  const height = lines.length === 0 ? 0 : cut ? 80 : 40;
  const { x, y } = way.middle;
  const points = [...way.points, way.middle].map((point) => ({ ...point, width: 0, height: 0 }));
  return [...points, { x: x - width / 2, y: y - height / 2, width, height }];
}

function withMargin({ x, y, width, height }: Box): Box {
  const left = Math.floor(x - MARGIN_PX);
  const top = Math.floor(y - MARGIN_PX);
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width + MARGIN_PX) - left,
    height: Math.ceil(y + height + MARGIN_PX) - top,
  };
}

function wholeFile(name: string, frame: Box, { palette }: Look, drawn: readonly string[]): Picture {
  const { x, y, width, height } = frame;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `${x} ${y} ${width} ${height}`,
    width,
    height,
    'font-family': FONT,
  };
  const inner = [
    element('title', {}, escapeXml(name)),
    element('rect', { ...frame, fill: palette['--bg'] }),
    ...drawn,
  ];
  const svg = `${element('svg', root, inner.join('\n'))}\n`;
  return { svg, width_px: width, height_px: height, frame, inner: drawn.join('') };
}
