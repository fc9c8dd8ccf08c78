/** Drawing a cable: onto a card joins the two, onto empty space asks what to add there. */
import type { Connection, FinalConnectionState } from '@xyflow/react';
import { ops, type LabDocument, type Point } from '@/doc';
import { useCanvas } from '../canvasStore';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';

/** The point of a mouse or touch event on the screen. */
export function eventPoint(event: MouseEvent | TouchEvent): Point {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
}

/** The node whose card is at a point of the screen. */
export function nodeUnder({ x, y }: Point): string | undefined {
  const card = document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__node');
  return card?.dataset.id;
}

/** A card placed by its middle. */
export function centred(place: Point): Point {
  return { x: place.x - CARD_WIDTH_PX / 2, y: place.y - CARD_HEIGHT_PX / 2 };
}

export function connect(doc: LabDocument, { source, target }: Connection): void {
  ops.addLink(doc, { node: source }, { node: target });
}

/** What the library does not take for a connection: the rest of a card, and empty space. */
export function connectEnd(
  doc: LabDocument,
  toCanvas: (screen: Point) => Point,
  event: MouseEvent | TouchEvent,
  { isValid, fromNode }: FinalConnectionState,
): void {
  if (isValid || fromNode === null) return;
  const screen = eventPoint(event);
  const target = nodeUnder(screen);
  if (target === fromNode.id) return;
  if (target !== undefined) ops.addLink(doc, { node: fromNode.id }, { node: target });
  else useCanvas.setState({ quickAdd: { screen, place: centred(toCanvas(screen)), from: fromNode.id } });
}
