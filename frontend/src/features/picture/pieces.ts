/** Cards, lines and shapes as SVG, as the canvas draws them. */
import type { Box, DocNode, DocShape } from '@/doc';
import {
  cableLabel,
  cardLine,
  endSizes,
  GAP_PX,
  labelDistance,
  TAG_HEIGHT_PX,
  type DrawnEnd,
  type LinkEdge,
  type LinkWay,
} from '@/features/canvas';
import type { Look, Palette } from './look';
import { element, escapeXml } from './xml';

const MONO = 'ui-monospace, Menlo, Consolas, monospace';
const TILE_PX = 36;
const PAD_PX = 11;
const WORDS_LEFT_PX = PAD_PX + TILE_PX + 10;
/** Mean widths of a character: a picture is written where no text can be measured. */
const NAME_CHAR_PX = 7.4;
const LINE_CHAR_PX = 6.1;
const NOTE_CHAR_PX = 6.7;
const NOTE_LINE_PX = 18;
const LABEL_LINE_PX = 15;
export const LABEL_CHAR_PX = 6.6;
/** Of the scissors in the middle of a cut cable. */
const MARK_PX = 10.5;
const BELOW_MARK_PX = 19;

function text(
  x: number,
  y: number,
  words: string,
  look: Record<string, string | number | undefined>,
): string {
  return element('text', { x, y, ...look }, escapeXml(words));
}

function shortened(words: string, width_px: number, char_px: number): string {
  const room = Math.max(1, Math.floor(width_px / char_px));
  return words.length > room ? `${words.slice(0, room - 1)}…` : words;
}

export function cardSvg(node: DocNode, { x, y, width, height }: Box, { palette, icons }: Look): string {
  const room_px = width - WORDS_LEFT_PX - PAD_PX;
  const tileTop = (height - TILE_PX) / 2;
  const frame = {
    width,
    height,
    rx: 13,
    fill: palette['--surface-raised'],
    stroke: palette['--line-strong'],
  };
  const tile = { x: PAD_PX, y: tileTop, width: TILE_PX, height: TILE_PX, rx: 9 };
  const icon = {
    transform: `translate(${PAD_PX + 8} ${tileTop + 8})`,
    color: palette[`--kind-${node.kind}`],
  };
  const name = { fill: palette['--text'], 'font-size': 13, 'font-weight': 600 };
  const line = { fill: palette['--text-muted'], 'font-size': 11.2 };
  return element(
    'g',
    { transform: `translate(${x} ${y})`, 'data-kind': node.kind },
    element('title', {}, escapeXml(node.name)) +
      element('rect', frame) +
      element('rect', { ...tile, fill: palette[`--kind-${node.kind}-soft`] }) +
      element('g', icon, icons[node.kind]) +
      text(WORDS_LEFT_PX, height / 2 - 4, shortened(node.name, room_px, NAME_CHAR_PX), name) +
      text(WORDS_LEFT_PX, height / 2 + 13, shortened(cardLine(node, undefined), room_px, LINE_CHAR_PX), line),
  );
}

/** Where words of a link stand, and how much room they need. */
export interface LinkWords {
  lines: readonly string[];
  cut: boolean;
}

export function linkWords({ data }: LinkEdge, way: LinkWay): LinkWords {
  const impaired = data ? cableLabel(data.cable, way.start, way.end) : '';
  return {
    lines: [data?.label ?? '', impaired].filter((line) => line !== ''),
    cut: data?.cable.cut === true,
  };
}

const ROOM_FOR_NAMES_PX = 76;

export function linkSvg(link: LinkEdge, way: LinkWay, palette: Palette): string {
  const { lines, cut } = linkWords(link, way);
  const impaired = link.data !== undefined && cableLabel(link.data.cable, way.start, way.end) !== '';
  const dashes = cut ? '3 5' : impaired ? '13 4' : undefined;
  const line = { d: way.path, fill: 'none', stroke: palette['--link'], 'stroke-width': 2 };
  const [left, right] = link.data?.ends ?? [];
  const names =
    way.length_px < ROOM_FOR_NAMES_PX
      ? ''
      : endSvg(left, way.fromStart(labelDistance(left, way.points)), palette) +
        endSvg(right, way.fromEnd(labelDistance(right, way.points.toReversed())), palette);
  return element(
    'g',
    { 'data-link': cut ? 'cut' : impaired ? 'impaired' : 'plain' },
    element('path', { ...line, 'stroke-dasharray': dashes }) +
      names +
      (cut ? cutSvg(way.middle, palette) : '') +
      lines.map((words, index) => labelSvg(words, way, index, lines.length, cut, palette)).join(''),
  );
}

function halo(palette: Palette, width_px: number) {
  return {
    stroke: palette['--bg'],
    'stroke-width': width_px,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
    'text-anchor': 'middle',
    'dominant-baseline': 'central',
  };
}

function labelSvg(
  words: string,
  { middle }: LinkWay,
  index: number,
  count: number,
  cut: boolean,
  palette: Palette,
): string {
  const y = middle.y + (cut ? BELOW_MARK_PX : 0) + (index - (count - 1) / 2) * LABEL_LINE_PX;
  const look = { fill: palette['--text'], 'font-size': 11.5, 'font-weight': 600 };
  return text(middle.x, y, words, { ...look, ...halo(palette, 6) });
}

function endSvg(end: DrawnEnd | undefined, at: { x: number; y: number }, palette: Palette): string {
  if (end === undefined) return '';
  const { name_px, tag_px, whole_px } = endSizes(end);
  const left = at.x - whole_px / 2;
  const mono = { 'font-family': MONO, 'font-weight': 500 };
  const look = { fill: palette['--text-muted'], 'font-size': 10.5, ...mono, ...halo(palette, 5) };
  const name = text(left + name_px / 2, at.y, end.name, look);
  if (end.tag === undefined) return name;
  const tagLeft = left + name_px + GAP_PX;
  const box = { x: tagLeft, y: at.y - TAG_HEIGHT_PX / 2, width: tag_px, height: TAG_HEIGHT_PX, rx: 4 };
  const tone = palette['--kind-switch'];
  const words = { fill: tone, 'font-size': 9.5, ...mono };
  const centred = { 'text-anchor': 'middle', 'dominant-baseline': 'central' };
  return (
    name +
    element('rect', { ...box, fill: palette['--kind-switch-soft'], stroke: tone }) +
    text(tagLeft + tag_px / 2, at.y, end.tag.text, { ...words, ...centred })
  );
}

function cutSvg({ x, y }: { x: number; y: number }, palette: Palette): string {
  const tone = palette['--link-down'];
  const scissors =
    element('circle', { cx: 6, cy: 6, r: 3 }) +
    element('circle', { cx: 6, cy: 18, r: 3 }) +
    element('path', { d: 'M8.12 8.12 20 20M20 4 8.12 15.88' });
  const lines = { fill: 'none', stroke: tone, 'stroke-width': 2.4, 'stroke-linecap': 'round' };
  return element(
    'g',
    { transform: `translate(${x} ${y})` },
    element('circle', { r: MARK_PX, fill: palette['--surface-raised'], stroke: tone, 'stroke-width': 1.5 }) +
      element('g', { transform: 'translate(-7.2 -7.2) scale(.6)', ...lines }, scissors),
  );
}

const FRAMES = {
  note: { rx: 6, 'fill-opacity': 0.14, 'stroke-opacity': 0.45 },
  region: { rx: 14, 'fill-opacity': 0.09, 'stroke-opacity': 0.4, 'stroke-width': 1.5 },
  group: {
    rx: 16,
    'fill-opacity': 0.04,
    'stroke-opacity': 0.7,
    'stroke-width': 1.5,
    'stroke-dasharray': '5 4',
  },
} as const;

export function shapeSvg(shape: DocShape, { x, y, width, height }: Box, palette: Palette): string {
  const tone = palette[`--shape-${shape.color}`];
  const size = { width, height };
  const paper = element('rect', { ...size, rx: FRAMES.note.rx, fill: palette['--surface-raised'] });
  return element(
    'g',
    { transform: `translate(${x} ${y})`, 'data-shape': shape.kind },
    (shape.kind === 'note' ? paper : '') +
      element('rect', { ...size, fill: tone, stroke: tone, ...FRAMES[shape.kind] }) +
      (shape.kind === 'note' ? noteText(shape.text, size, palette) : titleText(shape.text, width, tone)),
  );
}

function titleText(words: string, width_px: number, tone: string): string {
  if (words === '') return '';
  const look = { fill: tone, 'font-size': 13, 'font-weight': 600 };
  return text(16, 23, shortened(words, width_px - 32, NAME_CHAR_PX), look);
}

function noteText(
  words: string,
  { width, height }: { width: number; height: number },
  palette: Palette,
): string {
  const rows = wrapped(words, Math.max(1, Math.floor((width - 20) / NOTE_CHAR_PX)));
  const shown = rows.slice(0, Math.max(1, Math.floor((height - 10) / NOTE_LINE_PX)));
  const look = { fill: palette['--text'], 'font-size': 13 };
  return shown.map((row, index) => text(10, 21 + index * NOTE_LINE_PX, row, look)).join('');
}

/** Lines of at most `room` characters, broken between words where that is possible. */
export function wrapped(words: string, room: number): string[] {
  return words.split('\n').flatMap((paragraph) => {
    const rows: string[] = [];
    let rest = paragraph;
    while (rest.length > room) {
      const gap = rest.lastIndexOf(' ', room);
      const end = gap > 0 ? gap : room;
      rows.push(rest.slice(0, end));
      rest = rest.slice(gap > 0 ? end + 1 : end);
    }
    return [...rows, rest];
  });
}
