/** Drawing a cable: onto a card joins the two, onto empty space asks what to add there. */
import type { FinalConnectionState } from '@xyflow/react';
import { ops, type LabDocument, type LinkStart, type Point } from '@/doc';
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
  return card?.classList.contains('react-flow__node-card') ? card.dataset.id : undefined;
}

/** A card placed by its middle. */
export function centred(place: Point): Point {
  return { x: place.x - CARD_WIDTH_PX / 2, y: place.y - CARD_HEIGHT_PX / 2 };
}

/** Which interface takes the cable is asked while Shift is held; else one is found. */
export function plugInto(
  node: string,
  event: MouseEvent | TouchEvent | PointerEvent,
  plug: (to: LinkStart) => void,
): void {
  if (event.shiftKey) useCanvas.setState({ ports: { screen: eventPoint(event), node, plug } });
  else plug({ node });
}

/** A cable let go: on a card, wherever that is, it joins the two; on empty space it asks what to add there. */
export function connectEnd(
  doc: LabDocument,
  toCanvas: (screen: Point) => Point,
  event: MouseEvent | TouchEvent,
  { fromNode, toNode }: FinalConnectionState,
): void {
  if (fromNode === null) return;
  const screen = eventPoint(event);
  const target = nodeUnder(screen) ?? toNode?.id;
  if (target === fromNode.id) return;
  const from = { node: fromNode.id };
  if (target !== undefined) plugInto(target, event, (to) => ops.addLink(doc, from, to));
  else useCanvas.setState({ quickAdd: { screen, place: centred(toCanvas(screen)), from: fromNode.id } });
}
