/** What the canvas library reports: selection goes to the view, drags to the document, once, on drop. */
import { useMemo } from 'react';
import type { EdgeChange, NodeChange, ReactFlowProps } from '@xyflow/react';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { ops, type LabDocument } from '@/doc';
import { useLab } from '@/state/lab';
import { NOWHERE, useView } from '@/state/view';
import { useCanvas } from '../canvasStore';
import type { FlowNode, LinkEdge } from '../flow';
import { connectEnd, plugInto } from './connect';
import { drag, drop, type FlowStore } from './drag';

type Handlers = Pick<
  ReactFlowProps<FlowNode, LinkEdge>,
  | 'onNodesChange'
  | 'onEdgesChange'
  | 'onNodeClick'
  | 'onNodeDragStop'
  | 'onSelectionDragStop'
  | 'onNodeDoubleClick'
  | 'onNodeMouseEnter'
  | 'onNodeMouseLeave'
  | 'onEdgeMouseEnter'
  | 'onEdgeMouseLeave'
  | 'onEdgeDoubleClick'
  | 'onConnectEnd'
  | 'isValidConnection'
>;

type SelectChange = Extract<NodeChange<FlowNode> | EdgeChange<LinkEdge>, { type: 'select' }>;

function selected(before: ReadonlySet<string>, changes: readonly SelectChange[]): ReadonlySet<string> {
  const after = new Set(before);
  for (const { id, selected: is } of changes) {
    if (is) after.add(id);
    else after.delete(id);
  }
  const same = after.size === before.size && [...after].every((id) => before.has(id));
  return same ? before : after;
}

/** A region or group that is drawn round a selection does not belong to it, unless all of it does. */
function isTouchedOnly(store: FlowStore, id: string): boolean {
  const { userSelectionRect: rect, nodeLookup, transform } = store;
  const node = nodeLookup.get(id);
  if (!rect || !node || !('shape' in node.data) || node.data.shape.kind === 'note') return false;
  const [left, top, zoom] = transform;
  const [x, y] = [node.position.x * zoom + left, node.position.y * zoom + top];
  const [right, bottom] = [x + (node.width ?? 0) * zoom, y + (node.height ?? 0) * zoom];
  const [rectRight, rectBottom] = [rect.x + rect.width, rect.y + rect.height];
  return x < rect.x || y < rect.y || right > rectRight || bottom > rectBottom;
}

function onNodesChange(doc: LabDocument, store: FlowStore, changes: NodeChange<FlowNode>[]): void {
  const { nodes, links, shapes, select } = useView.getState();
  const chosen = changes
    .filter((change) => change.type === 'select')
    .filter(({ id, selected: is }) => !(is && isTouchedOnly(store, id)));
  if (chosen.length > 0) {
    const isShape = ({ id }: SelectChange) => doc.projection.shapes.has(id);
    const after = selected(
      nodes,
      chosen.filter((change) => !isShape(change)),
    );
    const afterShapes = selected(shapes, chosen.filter(isShape));
    if (after !== nodes || afterShapes !== shapes) select(after, links, afterShapes);
  }
  drag(doc, store, changes);
}

function onEdgesChange(changes: EdgeChange<LinkEdge>[]): void {
  const { nodes, links, shapes, select } = useView.getState();
  const after = selected(
    links,
    changes.filter((change) => change.type === 'select'),
  );
  if (after !== links) select(nodes, after, shapes);
}

function isOnPort({ target }: Event): boolean {
  return target instanceof Element && target.closest('.react-flow__handle') !== null;
}

/** A click on a port begins a link, with the tool for links one on a card as well; the next card ends it. */
function linkByClick(doc: LabDocument, event: MouseEvent, node: string): void {
  const { linkFrom, tool } = useCanvas.getState();
  if (!doc.nodes.has(node)) return;
  if (linkFrom === null && (tool === 'link' || isOnPort(event))) useCanvas.setState({ linkFrom: { node } });
  if (linkFrom === null || linkFrom.node === node) return;
  useCanvas.setState({ linkFrom: null });
  plugInto(node, event, (to) => ops.addLink(doc, linkFrom, to));
}

/** A plain click on one of several that are selected means that one. */
function selectAlone(doc: LabDocument, id: string): void {
  const { nodes, links, shapes, select } = useView.getState();
  if (nodes.size + links.size + shapes.size < 2) return;
  const isShape = doc.projection.shapes.has(id);
  select(isShape ? [] : [id], [], isShape ? [id] : []);
}

export function useFlowChanges(): Handlers {
  const { doc } = useLab();
  const { screenToFlowPosition } = useReactFlow<FlowNode, LinkEdge>();
  const store = useStoreApi<FlowNode, LinkEdge>();
  return useMemo(
    () => ({
      onNodesChange: (changes) => onNodesChange(doc, store.getState(), changes),
      onEdgesChange,
      onNodeClick: (event, node) => {
        linkByClick(doc, event.nativeEvent, node.id);
        if (!event.shiftKey && !event.ctrlKey && !event.metaKey) selectAlone(doc, node.id);
      },
      onNodeDragStop: () => drop(doc),
      onSelectionDragStop: () => drop(doc),
      onNodeMouseEnter: (_event, { id }) => useView.getState().setHover({ node: id }),
      onNodeMouseLeave: () => useView.getState().setHover(NOWHERE),
      onEdgeMouseEnter: (_event, { id }) => useView.getState().setHover({ link: id }),
      onEdgeMouseLeave: () => useView.getState().setHover(NOWHERE),
      onNodeDoubleClick: (_event, node) => useView.getState().startRenaming(node.id),
      onEdgeDoubleClick: (_event, edge) => useView.getState().startRenaming(edge.id),
      onConnectEnd: (event, state) => connectEnd(doc, screenToFlowPosition, event, state),
      isValidConnection: ({ source, target }) => source !== target,
    }),
    [doc, screenToFlowPosition, store],
  );
}
