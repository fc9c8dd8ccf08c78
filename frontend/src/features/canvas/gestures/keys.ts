/** The keyboard on the canvas. Single keys act only while the canvas has the focus. */
import type { KeyboardEvent } from 'react';
import type { ReactFlowInstance } from '@xyflow/react';
import { ops, type LabDocument, type Point } from '@/doc';
import { motion_ms } from '@/lib/motion';
import { useView } from '@/state/view';
import { useCanvas } from '../canvasStore';
import type { CardNode, LinkEdge } from '../flow';
import type { Fit } from '../useFit';
import { duplicateSelection, nudgeSelection, removeSelection, selectAll } from './edit';

const NUDGE_PX = 10;
const FAR = 4;
const FIT_MS = 200;

export interface KeyTarget {
  doc: LabDocument;
  flow: ReactFlowInstance<CardNode, LinkEdge>;
  fit: Fit;
  /** Opens the quick-add menu where a new node has room. */
  quickAdd: () => void;
}

const ARROWS: Partial<Record<string, Point>> = {
  ArrowLeft: { x: -NUDGE_PX, y: 0 },
  ArrowRight: { x: NUDGE_PX, y: 0 },
  ArrowUp: { x: 0, y: -NUDGE_PX },
  ArrowDown: { x: 0, y: NUDGE_PX },
};

/** The node that Tab has reached. */
function focusedNode(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
}

/** What a single-node key is about: the focused node, else the only selected one. */
function chosenNode(): string | undefined {
  const { nodes } = useView.getState();
  return focusedNode() ?? (nodes.size === 1 ? [...nodes][0] : undefined);
}

function nudge(doc: LabDocument, by: Point, far: boolean): void {
  const focused = focusedNode();
  const { nodes, select } = useView.getState();
  if (focused !== undefined && !nodes.has(focused)) select([focused]);
  nudgeSelection(doc, far ? { x: by.x * FAR, y: by.y * FAR } : by);
}

function choose(doc: LabDocument, add: boolean): void {
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

function escape(): void {
  if (useCanvas.getState().linkFrom !== null) useCanvas.setState({ linkFrom: null });
  else useView.getState().select([]);
}

function startLink(): void {
  const from = chosenNode();
  if (from !== undefined) useCanvas.setState({ linkFrom: from });
}

function fitSelection({ fit }: KeyTarget): void {
  fit(useView.getState().nodes, FIT_MS);
}

type Act = (target: KeyTarget, event: KeyboardEvent) => void;

const WITH_MOD: Partial<Record<string, Act>> = {
  a: ({ doc }) => selectAll(doc),
  d: ({ doc }) => duplicateSelection(doc),
};

const SINGLE: Partial<Record<string, Act>> = {
  Delete: ({ doc }) => removeSelection(doc),
  Backspace: ({ doc }) => removeSelection(doc),
  Escape: () => escape(),
  Enter: ({ doc }, event) => choose(doc, event.shiftKey),
  ' ': ({ doc }, event) => choose(doc, event.shiftKey),
  F2: () => useView.getState().startRenaming(chosenNode() ?? null),
  l: () => startLink(),
  a: ({ quickAdd }) => quickAdd(),
  v: () => useCanvas.setState({ tool: 'select' }),
  h: () => useCanvas.setState({ tool: 'pan' }),
  '?': () => useCanvas.setState({ helpOpen: true }),
  '0': ({ flow }) => void flow.zoomTo(1, { duration: motion_ms(150) }),
  '1': ({ fit }) => fit(undefined, FIT_MS),
  '2': (target) => fitSelection(target),
  '+': ({ flow }) => void flow.zoomIn({ duration: motion_ms(120) }),
  '=': ({ flow }) => void flow.zoomIn({ duration: motion_ms(120) }),
  '-': ({ flow }) => void flow.zoomOut({ duration: motion_ms(120) }),
};

function actFor(event: KeyboardEvent): Act | undefined {
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) return WITH_MOD[event.key.toLowerCase()];
  const by = ARROWS[event.key];
  if (by) return ({ doc }) => nudge(doc, by, event.shiftKey);
  return SINGLE[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}

export function onCanvasKey(target: KeyTarget, event: KeyboardEvent): void {
  if (event.target instanceof HTMLInputElement) return;
  const act = actFor(event);
  if (act === undefined) return;
  event.preventDefault();
  act(target, event);
}

/** Undo and redo work wherever the focus is, except where text is edited. */
export function onHistoryKey(doc: LabDocument, event: globalThis.KeyboardEvent): void {
  const inText =
    event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
  if (inText !== null && inText !== false) return;
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) doc.redo();
  else doc.undo();
}
