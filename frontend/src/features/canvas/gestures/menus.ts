/** What opens the menu: the right button, the menu key, and a finger that stays. */
import { useEffect, useMemo, type MouseEvent } from 'react';
import { useReactFlow, useStoreApi, type ReactFlowProps } from '@xyflow/react';
import type { Point } from '@/doc';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { useCanvas, type MenuAt } from '../canvasStore';
import type { FlowNode, LinkEdge } from '../flow';

type Handlers = Pick<
  ReactFlowProps<FlowNode, LinkEdge>,
  'onPaneContextMenu' | 'onNodeContextMenu' | 'onEdgeContextMenu' | 'onSelectionContextMenu'
>;

const LONG_PRESS_MS = 550;
/** A finger never keeps quite still. */
const TREMBLE_PX = 10;

/** What a menu is about is selected; within several that are selected it is about all of them. */
function chosen(type: 'node' | 'link' | 'shape', id: string): MenuAt['about'] {
  const { nodes, links, shapes, select } = useView.getState();
  const selection = { node: nodes, link: links, shape: shapes }[type];
  if (selection.has(id) && nodes.size + links.size + shapes.size > 1) return { type: 'selection' };
  select(type === 'node' ? [id] : [], type === 'link' ? [id] : [], type === 'shape' ? [id] : []);
  return { type, id };
}

/** The element of the drawing that an element of the page belongs to, or that is drawn there. */
function aboutOf(target: EventTarget | null, place: Point): MenuAt['about'] {
  const { overview, thingAt } = useCanvas.getState();
  const drawn = overview && thingAt?.(place);
  if (drawn) return chosen(drawn.type, drawn.id);
  const found = target instanceof Element ? target : null;
  if (found?.closest('.react-flow__nodesselection')) return { type: 'selection' };
  const node = found?.closest<HTMLElement>('.react-flow__node');
  const isShape = node?.classList.contains('react-flow__node-shape');
  if (node?.dataset.id) return chosen(isShape ? 'shape' : 'node', node.dataset.id);
  const edge = found?.closest<SVGElement>('.react-flow__edge');
  return edge?.dataset.id ? chosen('link', edge.dataset.id) : { type: 'pane' };
}

export function useMenus(): Handlers {
  const { doc } = useLab();
  const { screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  const open = useMemo(
    () => (screen: Point, target: EventTarget | null) => {
      const place = screenToFlowPosition(screen);
      useCanvas.setState({ menu: { screen, place, about: aboutOf(target, place) } });
    },
    [screenToFlowPosition],
  );
  useEffect(() => {
    const { domNode } = store.getState();
    return domNode ? onLongPress(domNode, open) : undefined;
  }, [doc, store, open]);
  return useMemo(() => {
    const onMenu = (event: MouseEvent | globalThis.MouseEvent) => {
      event.preventDefault();
      open({ x: event.clientX, y: event.clientY }, event.target);
    };
    return {
      onPaneContextMenu: onMenu,
      onNodeContextMenu: onMenu,
      onEdgeContextMenu: onMenu,
      onSelectionContextMenu: onMenu,
    };
  }, [open]);
}

function onLongPress(canvas: HTMLElement, open: (at: Point, target: EventTarget | null) => void): () => void {
  const stop = new AbortController();
  const listening = { signal: stop.signal, capture: true };
  let waiting: { timer: number; at: Point } | null = null;
  const forget = () => {
    if (waiting) window.clearTimeout(waiting.timer);
    waiting = null;
  };
  const onDown = (event: PointerEvent) => {
    forget();
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    const at = { x: event.clientX, y: event.clientY };
    waiting = { at, timer: window.setTimeout(() => open(at, event.target), LONG_PRESS_MS) };
  };
  const onMove = (event: PointerEvent) => {
    if (waiting && Math.hypot(event.clientX - waiting.at.x, event.clientY - waiting.at.y) > TREMBLE_PX)
      forget();
  };
  canvas.addEventListener('pointerdown', onDown, listening);
  canvas.addEventListener('pointermove', onMove, listening);
  for (const end of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(end, forget, listening);
  return () => {
    forget();
    stop.abort();
  };
}
