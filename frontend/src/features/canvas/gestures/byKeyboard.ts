/** What a person does with the node or shape that Tab has reached. */
import { ops, type LabDocument, type Point } from '@/doc';
import { useView } from '@/state/view';
import { useCanvas } from '../canvasStore';
import { nudgeSelection } from './edit';

/** The node or shape that Tab has reached. */
export function focusedNode(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
}

/** Whether the focused node or shape is not selected: who holds Space to move the view keeps a selection. */
export function isFocusLoose(): boolean {
  const focused = focusedNode();
  const { nodes, shapes } = useView.getState();
  return focused !== undefined && !nodes.has(focused) && !shapes.has(focused);
}

/** What a command for a single thing is about: the focused node or shape, else the only selected thing. */
export function chosenThing(): string | undefined {
  const { nodes, links, shapes } = useView.getState();
  const [only, ...more] = [...nodes, ...links, ...shapes];
  return focusedNode() ?? (more.length === 0 ? only : undefined);
}

export function chosenNode(doc: LabDocument): string | undefined {
  const id = chosenThing();
  return id !== undefined && doc.projection.nodes.has(id) ? id : undefined;
}

/** Selects a node or shape alone. */
function selectOne(doc: LabDocument, id: string): void {
  const isShape = doc.projection.shapes.has(id);
  useView.getState().select(isShape ? [] : [id], [], isShape ? [id] : []);
}

/** A focused node that is not selected is what somebody means to move. */
export function nudge(doc: LabDocument, by: Point): void {
  const focused = focusedNode();
  if (focused !== undefined && isFocusLoose()) selectOne(doc, focused);
  nudgeSelection(doc, by);
}

/** Selects the focused node, or ends at it the link that is being drawn. */
export function choose(doc: LabDocument, add: boolean): void {
  const focused = focusedNode();
  if (focused === undefined) return;
  const { linkFrom } = useCanvas.getState();
  const { nodes, shapes, select, setPanels } = useView.getState();
  if (linkFrom !== null) {
    if (linkFrom.node !== focused) ops.addLink(doc, linkFrom, { node: focused });
    useCanvas.setState({ linkFrom: null });
    return;
  }
  if (add && doc.projection.nodes.has(focused)) select(new Set(nodes).add(focused), [], shapes);
  else selectOne(doc, focused);
  setPanels({ inspectorOpen: true });
}

export function startLink(doc: LabDocument): void {
  const node = chosenNode(doc);
  if (node !== undefined) useCanvas.setState({ linkFrom: { node } });
}

/** Whether there is a link, or a tool for links, to be put away. */
export function isLinking(): boolean {
  const { linkFrom, tool } = useCanvas.getState();
  return linkFrom !== null || tool === 'link';
}

export function stopLinking(): void {
  const { linkFrom, tool } = useCanvas.getState();
  useCanvas.setState({ linkFrom: null, tool: linkFrom === null && tool === 'link' ? 'select' : tool });
}

/** Stops what is being done, else selects nothing. */
export function escape(): void {
  if (isLinking()) stopLinking();
  else useView.getState().select([]);
}
