/** Cards on a canvas, as the page shows them: what one sees while a big drawing is zoomed. */
import { NODE_KINDS, type DocNode, type NodeKind, type Point } from '@/doc';
import { cardLine } from '../nodes/cardLine';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';
import type { OverviewScene } from './overviewScene';

const CORNER_PX = 13;
const TILE = { left: 12, top: 12, size: 36, corner: 9 } as const;
const WORDS = { left: 58, name: 22, line: 41, width: CARD_WIDTH_PX - 70 } as const;
const DOT_PX = 5;

export function paintCards(
  brush: CanvasRenderingContext2D,
  scene: Pick<OverviewScene, 'colours' | 'addresses'>,
  cards: readonly (readonly [DocNode, Point])[],
): void {
  paintBoxes(brush, scene, cards);
  for (const one of NODE_KINDS)
    paintKind(
      brush,
      scene,
      one,
      cards.filter(([{ kind }]) => kind === one),
    );
  paintWords(brush, scene, cards);
}

function paintBoxes(
  brush: CanvasRenderingContext2D,
  { colours }: Pick<OverviewScene, 'colours'>,
  cards: readonly (readonly [DocNode, Point])[],
): void {
  brush.beginPath();
  for (const [, { x, y }] of cards)
    brush.roundRect(x + 0.5, y + 0.5, CARD_WIDTH_PX - 1, CARD_HEIGHT_PX - 1, CORNER_PX);
  brush.fillStyle = colours['--surface-raised'];
  brush.fill();
  brush.strokeStyle = colours['--line-strong'];
  brush.lineWidth = 1;
  brush.stroke();
}

function paintKind(
  brush: CanvasRenderingContext2D,
  { colours }: Pick<OverviewScene, 'colours'>,
  kind: NodeKind,
  cards: readonly (readonly [DocNode, Point])[],
): void {
  brush.fillStyle = colours[`--kind-${kind}-soft`];
  brush.beginPath();
  for (const [, { x, y }] of cards)
    brush.roundRect(x + TILE.left, y + TILE.top, TILE.size, TILE.size, TILE.corner);
  brush.fill();
  brush.fillStyle = colours[`--kind-${kind}`];
  brush.beginPath();
  for (const [, { x, y }] of cards) {
    const [across, down] = [x + TILE.left + TILE.size / 2, y + TILE.top + TILE.size / 2];
    brush.moveTo(across + DOT_PX, down);
    brush.arc(across, down, DOT_PX, 0, 2 * Math.PI);
  }
  brush.fill();
}

function paintWords(
  brush: CanvasRenderingContext2D,
  { colours, addresses }: Pick<OverviewScene, 'colours' | 'addresses'>,
  cards: readonly (readonly [DocNode, Point])[],
): void {
  brush.textAlign = 'left';
  brush.textBaseline = 'middle';
  brush.fillStyle = colours['--text'];
  brush.font = "620 13px 'Inter Variable', system-ui, sans-serif";
  for (const [{ name }, { x, y }] of cards) brush.fillText(name, x + WORDS.left, y + WORDS.name, WORDS.width);
  brush.fillStyle = colours['--text-muted'];
  brush.font = "400 11.2px 'Inter Variable', system-ui, sans-serif";
  for (const [node, { x, y }] of cards) {
    const line = cardLine(node, addresses.get(node.id));
    brush.fillText(line, x + WORDS.left, y + WORDS.line, WORDS.width);
  }
}
