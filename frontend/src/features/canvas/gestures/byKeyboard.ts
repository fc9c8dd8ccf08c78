/** What a person does with the node that Tab has reached. */
import { ops, type LabDocument, type Point } from '@/doc';
import { useView } from '@/state/view';
import { useCanvas } from '../canvasStore';
import { nudgeSelection } from './edit';

/** The node that Tab has reached. */
export function focusedNode(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
}

/** What a command for a single node is about: the focused node, else the only selected one. */
export function chosenNode(): string | undefined {
  const { nodes } = useView.getState();
  return focusedNode() ?? (nodes.size === 1 ? [...nodes][0] : undefined);
}

/** A focused node that is not selected is what somebody means to move. */
export function nudge(doc: LabDocument, by: Point): void {
  const focused = focusedNode();
  const { nodes, select } = useView.getState();
  if (focused !== undefined && !nodes.has(focused)) select([focused]);
  nudgeSelection(doc, by);
}

/** Selects the focused node, or ends at it the link that is being drawn. */
export function choose(doc: LabDocument, add: boolean): void {
  const focused = focusedNode();
  if (focused === undefined) return;
  const { linkFrom } = useCanvas.getState();
  const { nodes, select, setPanels } = useView.getState();
  if (linkFrom !== null) {
    if (linkFrom !== focused) ops.addLink(doc, { node: linkFrom }, { node: focused });
    useCanvas.setState({ linkFrom: null });
    return;
  }
  select(add ? new Set(nodes).add(focused) : [focused]);
  setPanels({ inspectorOpen: true });
}

export function startLink(): void {
  const from = chosenNode();
  if (from !== undefined) useCanvas.setState({ linkFrom: from });
}

/** Stops what is being done, else selects nothing. */
export function escape(): void {
  if (useCanvas.getState().linkFrom !== null) useCanvas.setState({ linkFrom: null });
  else useView.getState().select([]);
}
