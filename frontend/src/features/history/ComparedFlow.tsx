import { memo, useEffect, useMemo } from 'react';
import {
  Background,
  BackgroundVariant,
  BaseEdge,
  ConnectionMode,
  EdgeLabelRenderer,
  Handle,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  type Edge,
  type EdgeProps,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '@/doc';
import { KindTile, KINDS } from '@/elements';
import type { LinkWay } from '@/features/canvas';
import { t } from '@/i18n';
import { cx } from '@/lib/cx';
import type { ComparedDrawing, ComparedNode, Fate } from './comparedDrawing';
import { cardId, comparedWays } from './comparedWays';
import css from './ComparedFlow.module.css';
import { KIND_MARKS } from './marks';

type CardNode = Node<{ node: ComparedNode; pointed: boolean }, 'compared'>;
type LinkEdge = Edge<{ fate: Fate; way: LinkWay; pointed: boolean }, 'compared'>;

const FATE_WORDS: Record<Fate, () => string> = {
  added: () => t('added'),
  changed: () => t('changed'),
  removed: () => t('removed'),
  same: () => t('unchanged'),
};

const Card = memo(function Card({ data: { node, pointed } }: NodeProps<CardNode>) {
  return (
    <div className={cx(css.card, pointed && css.pointed)} data-fate={node.fate}>
      <KindTile kind={node.kind} />
      <span className={css.words}>
        <span className={css.name}>{node.name}</span>
        <span className={css.fate}>
          {node.fate === 'same' ? KINDS[node.kind].label : FATE_WORDS[node.fate]()}
        </span>
      </span>
      <Sign fate={node.fate} />
      <Handle id="centre" type="source" position={Position.Top} isConnectable={false} className={css.plug} />
    </div>
  );
});

function Sign({ fate }: { fate: Fate }) {
  if (fate === 'same') return null;
  return (
    <span className={css.sign} data-fate={fate} aria-hidden>
      {KIND_MARKS[fate].sign}
    </span>
  );
}

const Cable = memo(function Cable({ data }: EdgeProps<LinkEdge>) {
  if (data === undefined) return null;
  const { fate, pointed } = data;
  const { path, middle } = data.way;
  return (
    <g className={cx(css.cable, pointed && css.pointed)} data-fate={fate}>
      <BaseEdge path={path} className={css.line} />
      <EdgeLabelRenderer>
        <span
          className={css.middle}
          style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
        >
          <Sign fate={fate} />
        </span>
      </EdgeLabelRenderer>
    </g>
  );
});

const NODE_TYPES = { compared: Card };
const EDGE_TYPES = { compared: Cable };
const CENTRE = {
  id: 'centre',
  type: 'source' as const,
  position: Position.Top,
  x: CARD_WIDTH_PX / 2,
  y: CARD_HEIGHT_PX / 2,
  width: 0,
  height: 0,
};

function flowNode(node: ComparedNode, pointed: string | null): CardNode {
  return {
    id: cardId(node),
    type: 'compared',
    position: { ...node.place },
    data: { node, pointed: pointed === cardId(node) },
    width: CARD_WIDTH_PX,
    height: CARD_HEIGHT_PX,
    measured: { width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX },
    handles: [CENTRE],
    ariaLabel: `${KINDS[node.kind].label} ${node.name}, ${FATE_WORDS[node.fate]()}`,
  };
}

function flowEdges(drawing: ComparedDrawing, pointed: string | null): LinkEdge[] {
  return comparedWays(drawing).map(({ link: { id, from, to, fate }, source, target, way }) => ({
    id,
    type: 'compared' as const,
    source,
    target,
    sourceHandle: CENTRE.id,
    targetHandle: CENTRE.id,
    data: { fate, way, pointed: pointed === id },
    ariaLabel: `${t('Link')} ${from} – ${to}, ${FATE_WORDS[fate]()}`,
  }));
}

/** Both drawings in one picture, to be looked at and not changed; `pointed` is brought into sight. */
export function ComparedFlow(props: { drawing: ComparedDrawing; pointed: string | null }) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function Flow({ drawing, pointed }: { drawing: ComparedDrawing; pointed: string | null }) {
  const { fitView } = useReactFlow();
  const nodes = useMemo(() => drawing.nodes.map((node) => flowNode(node, pointed)), [drawing, pointed]);
  const edges = useMemo(() => flowEdges(drawing, pointed), [drawing, pointed]);
  useEffect(() => {
    void fitView({ padding: 0.15, maxZoom: 1 });
  }, [drawing, fitView]);
  useEffect(() => {
    const link = drawing.links.find((one) => one.id === pointed);
    const shown = link ? [link.from, link.to] : pointed === null ? [] : [pointed];
    const ids = shown.flatMap((name) => [{ id: name }, { id: `removed ${name}` }]);
    if (ids.length > 0) void fitView({ nodes: ids, padding: 0.6, maxZoom: 1, duration: 0 });
  }, [drawing, pointed, fitView]);
  return (
    <ReactFlow<CardNode, LinkEdge>
      className={css.flow}
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      connectionMode={ConnectionMode.Loose}
      nodesDraggable={false}
      nodesConnectable={false}
      elementsSelectable={false}
      edgesFocusable={false}
      nodesFocusable={false}
      onlyRenderVisibleElements={nodes.length > 150}
      panOnScroll
      minZoom={0.05}
      maxZoom={2}
      attributionPosition="bottom-left"
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--bg-grid)" />
    </ReactFlow>
  );
}
