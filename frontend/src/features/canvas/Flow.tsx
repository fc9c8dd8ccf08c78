import { Suspense, useMemo, useState } from 'react';
import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  ReactFlow,
  SelectionMode,
  useKeyPress,
  useReactFlow,
  type EdgeTypes,
  type NodeProps,
  type NodeTypes,
} from '@xyflow/react';
import { CANVAS_KEYS, useRegister } from '@/commands';
import { GRID_PX, type Point } from '@/doc';
import { WhileRunning } from '@/features/runtime';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { useView } from '@/state/view';
import { FOCUS_HOME, lazyPart } from '@/ui';
import { useCanvas } from './canvasStore';
import { canvasCommands } from './commands';
import css from './Canvas.module.css';
import { DrawnCable } from './edges/DrawnCable';
import { LinkEdge } from './edges/LinkEdge';
import { FlowCache, partOf, type FlowNode, type LinkEdge as Link, type ShapeNode as Shape } from './flow';
import { useDrops } from './gestures/drops';
import { useFlowChanges } from './gestures/changes';
import { useMenus } from './gestures/menus';
import { NodeCard } from './nodes/NodeCard';
import { MAX_ZOOM, MIN_ZOOM, useFirstFit, useFit } from './useFit';
import { useReveal } from './useReveal';
import { NOTHING } from './sight';
import { useAngler } from './useAngler';
import { useSteadyCentre } from './useSteadyCentre';
import { useDragged, useSharedDrag } from './sharedDrag';
import { OVERVIEW_ABOVE, useTier } from './useTier';
import { useViewportActions } from './useViewportActions';
import { useLevelOfDetail } from './useLevelOfDetail';

const TrafficLayer = lazyPart(async () => (await import('./layers/traffic')).TrafficLayer, true);
const LazyShape = lazyPart(async () => (await import('./nodes/ShapeNode')).ShapeNode, true);

/** Most labs have no shapes: what draws them comes with the first one. */
function ShapeNode(props: NodeProps<Shape>) {
  return (
    <Suspense>
      <LazyShape {...props} />
    </Suspense>
  );
}

/** Where a link in sight ends outside. */
const Anchor = () => null;
const NODE_TYPES: NodeTypes = { card: NodeCard, shape: ShapeNode, anchor: Anchor };
const EDGE_TYPES: EdgeTypes = { link: LinkEdge };
const SNAP: [number, number] = [GRID_PX, GRID_PX];
/** From here on, cards outside of the window are not rendered. */
const CULL_FROM = 150;
const PAN_BUTTONS = [1, 2];
/** Heard of after the commands, one of which Space is at a focused node. */
const AFTER_COMMANDS = { target: window, preventDefault: false };
/** Single keys act while the focus is in here. */
const KEYS_HERE = { [CANVAS_KEYS]: '', [FOCUS_HOME]: '', 'data-tour': 'canvas' };

export function Flow() {
  const { doc, canEdit } = useLab();
  const flow = useReactFlow<FlowNode, Link>();
  const { nodes, edges } = useFlowArrays();
  const culls = useTopology((projection) => projection.positions.size > CULL_FROM);
  const overview = useCanvas((canvas) => canvas.overview);
  const pans = useCanvas((canvas) => canvas.tool === 'pan');
  const selectsArea = useCanvas((canvas) => canvas.tool === 'area');
  const selects = useCanvas((canvas) => canvas.tool === 'area' || !canvas.byFinger);
  const fit = useFit();
  const freely = useKeyPress('Alt');
  const byHand = useKeyPress('Space', AFTER_COMMANDS) || pans;
  const changes = useFlowChanges();
  const drops = useDrops();
  const menus = useMenus();
  const quickAdd = useViewportActions();
  useLevelOfDetail();
  useReveal();
  useSteadyCentre();
  useFirstFit();
  useTier();
  useSharedDrag();
  useRegister(useMemo(() => canvasCommands({ doc, flow, fit, quickAdd }), [doc, flow, fit, quickAdd]));
  return (
    <ReactFlow<FlowNode, Link>
      className={css.flow}
      // With no card to reach, the canvas itself is what Tab comes to.
      tabIndex={nodes.length === 0 ? 0 : -1}
      data-drawn={overview || undefined}
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      {...changes}
      {...drops}
      {...menus}
      {...KEYS_HERE}
      nodesDraggable={canEdit && !byHand}
      nodesConnectable={canEdit}
      connectionMode={ConnectionMode.Loose}
      connectOnClick={false}
      connectionLineComponent={DrawnCable}
      connectionRadius={36}
      onlyRenderVisibleElements={culls}
      elevateNodesOnSelect={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      edgesFocusable={false}
      snapToGrid={!freely}
      snapGrid={SNAP}
      minZoom={MIN_ZOOM}
      maxZoom={MAX_ZOOM}
      panOnScroll
      zoomOnDoubleClick={false}
      panOnDrag={pans || (!selectsArea && PAN_BUTTONS)}
      selectionOnDrag={selects && !pans}
      selectionKeyCode={pans ? 'Shift' : null}
      selectionMode={SelectionMode.Partial}
      multiSelectionKeyCode={['Shift', 'Control', 'Meta']}
      attributionPosition="bottom-left"
      ariaLabelConfig={ARIA}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--bg-grid)" />
      <WhileRunning>
        <TrafficLayer />
      </WhileRunning>
    </ReactFlow>
  );
}

const NO_PLACES: ReadonlyMap<string, Point> = new Map();

const NODE_KEYS = t(
  'Press Enter to select, the arrow keys to move, L to link, F2 to rename, Delete to remove.',
);
const LINK_KEYS = t('Press Enter to select, Delete to remove.');
const ARIA = {
  'edge.a11yDescription.default': LINK_KEYS,
  'node.a11yDescription.default': NODE_KEYS,
  'node.a11yDescription.keyboardDisabled': NODE_KEYS,
};

/** The drawing and this person's selection, as the canvas library wants them; of a big one what it is given. */
function useFlowArrays(): { nodes: FlowNode[]; edges: Link[] } {
  const [cache] = useState(() => new FlowCache());
  const projection = useTopology((one) => one);
  const selectedNodes = useView((view) => view.nodes);
  const selectedLinks = useView((view) => view.links);
  const selectedShapes = useView((view) => view.shapes);
  const dragged = useDragged();
  const resized = useCanvas((canvas) => canvas.resized);
  const isBig = projection.positions.size > OVERVIEW_ABOVE;
  const given = useCanvas((canvas) => (isBig ? canvas.given : null));
  const nothing = given === NOTHING;
  const nodes = useMemo(
    () => (nothing ? NO_NODES : cache.nodes(projection, selectedNodes, selectedShapes, { dragged, resized })),
    [cache, nothing, projection, selectedNodes, selectedShapes, dragged, resized],
  );
  const { nodes: docNodes, links, positions } = projection;
  const hasBends = useMemo(() => [...links.values()].some((link) => link.bends.length > 0), [links]);
  const hasAngles = useMemo(() => [...links.values()].some((link) => link.fields.angled === true), [links]);
  const angler = useAngler(hasAngles);
  const places = hasBends || hasAngles ? positions : NO_PLACES;
  const carried = hasBends ? dragged : null;
  const edges = useMemo(
    () =>
      nothing
        ? NO_EDGES
        : cache.edges({ nodes: docNodes, links, positions: places }, selectedLinks, carried, angler),
    [cache, nothing, docNodes, links, places, selectedLinks, carried, angler],
  );
  return useMemo(() => (given ? partOf(nodes, edges, given) : { nodes, edges }), [nodes, edges, given]);
}

const NO_NODES: FlowNode[] = [];
const NO_EDGES: Link[] = [];
