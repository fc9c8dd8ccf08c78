/** What the canvas library reports: selection goes to the view, drags to the document, once, on drop. */
import { useMemo } from 'react';
import type { EdgeChange, NodeChange, ReactFlowProps } from '@xyflow/react';
import { useReactFlow } from '@xyflow/react';
import { ops, type LabDocument, type Point } from '@/doc';
import { useLab } from '@/state/lab';
import { NOWHERE, useView } from '@/state/view';
import { useCanvas } from '../canvasStore';
import type { CardNode, LinkEdge } from '../flow';
import { connect, connectEnd } from './connect';

type Handlers = Pick<
  ReactFlowProps<CardNode, LinkEdge>,
  | 'onNodesChange'
  | 'onEdgesChange'
  | 'onNodeDragStop'
  | 'onSelectionDragStop'
  | 'onNodeDoubleClick'
  | 'onNodeMouseEnter'
  | 'onNodeMouseLeave'
  | 'onEdgeMouseEnter'
  | 'onEdgeMouseLeave'
  | 'onConnect'
  | 'onConnectEnd'
  | 'isValidConnection'
>;

type SelectChange = Extract<NodeChange<CardNode> | EdgeChange<LinkEdge>, { type: 'select' }>;

function selected(before: ReadonlySet<string>, changes: readonly SelectChange[]): ReadonlySet<string> {
  if (changes.length === 0) return before;
  const after = new Set(before);
  for (const { id, selected: is } of changes) {
    if (is) after.add(id);
    else after.delete(id);
  }
  return after;
}

function onNodesChange(changes: NodeChange<CardNode>[]): void {
  const { nodes, links, select } = useView.getState();
  const after = selected(
    nodes,
    changes.filter((change) => change.type === 'select'),
  );
  if (after !== nodes) select(after, links);
  const dragged = new Map<string, Point>(useCanvas.getState().dragged);
  for (const change of changes) {
    if (change.type === 'position' && change.dragging && change.position)
      dragged.set(change.id, change.position);
  }
  if (dragged.size > 0) useCanvas.setState({ dragged });
}

function onEdgesChange(changes: EdgeChange<LinkEdge>[]): void {
  const { nodes, links, select } = useView.getState();
  const after = selected(
    links,
    changes.filter((change) => change.type === 'select'),
  );
  if (after !== links) select(nodes, after);
}

/** A click that did not move anything is no edit. */
function drop(doc: LabDocument): void {
  const { dragged } = useCanvas.getState();
  const { positions } = doc.projection;
  const moved = new Map(
    [...(dragged ?? [])].filter(([id, { x, y }]) => positions.get(id)?.x !== x || positions.get(id)?.y !== y),
  );
  if (moved.size > 0) ops.moveNodes(doc, moved);
  useCanvas.setState({ dragged: null });
}

export function useFlowChanges(): Handlers {
  const { doc } = useLab();
  const { screenToFlowPosition } = useReactFlow<CardNode, LinkEdge>();
  return useMemo(
    () => ({
      onNodesChange,
      onEdgesChange,
      onNodeDragStop: () => drop(doc),
      onSelectionDragStop: () => drop(doc),
      onNodeMouseEnter: (_event, { id }) => useView.getState().setHover({ node: id }),
      onNodeMouseLeave: () => useView.getState().setHover(NOWHERE),
      onEdgeMouseEnter: (_event, { id }) => useView.getState().setHover({ link: id }),
      onEdgeMouseLeave: () => useView.getState().setHover(NOWHERE),
      onNodeDoubleClick: (_event, node) => useView.getState().startRenaming(node.id),
      onConnect: (connection) => connect(doc, connection),
      onConnectEnd: (event, state) => connectEnd(doc, screenToFlowPosition, event, state),
      isValidConnection: ({ source, target }) => source !== target,
    }),
    [doc, screenToFlowPosition],
  );
}
