/** What opens the menu: the right button and the menu key; a finger that stays does so too, see `touch`. */
import { useMemo, type MouseEvent } from 'react';
import { useReactFlow, type ReactFlowProps } from '@xyflow/react';
import type { Point } from '@/doc';
import { useView } from '@/state/view';
import { useCanvas, type MenuAt } from '../canvasStore';
import type { FlowNode, LinkEdge } from '../flow';

type Handlers = Pick<
  ReactFlowProps<FlowNode, LinkEdge>,
  'onPaneContextMenu' | 'onNodeContextMenu' | 'onEdgeContextMenu' | 'onSelectionContextMenu'
>;

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

/** Opens the menu about what is at a point of the screen. */
export function openMenu(
  toCanvas: (screen: Point) => Point,
  screen: Point,
  target: EventTarget | null,
): void {
  const place = toCanvas(screen);
  useCanvas.setState({ menu: { screen, place, about: aboutOf(target, place) } });
}

export function useMenus(): Handlers {
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const onMenu = (event: MouseEvent | globalThis.MouseEvent) => {
      event.preventDefault();
      openMenu(screenToFlowPosition, { x: event.clientX, y: event.clientY }, event.target);
    };
    return {
      onPaneContextMenu: onMenu,
      onNodeContextMenu: onMenu,
      onEdgeContextMenu: onMenu,
      onSelectionContextMenu: onMenu,
    };
  }, [screenToFlowPosition]);
}
