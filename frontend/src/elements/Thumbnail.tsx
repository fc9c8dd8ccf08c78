import { fromTopology, type NodeKind, type Projection, type TopologyJson } from '@/doc';
import { useMemo } from 'react';
import css from './Thumbnail.module.css';

const CARD = { width: 150, height: 96 };

/** A drawing in small: shapes and cables, no words. */
export function Thumbnail({ topology }: { topology: TopologyJson }) {
  const projection = useMemo(() => fromTopology(topology).projection, [topology]);
  const places = [...projection.positions.values()];
  const xs = places.map((place) => place.x);
  const ys = places.map((place) => place.y);
  const pad = 70;
  const left = Math.min(0, ...xs) - pad;
  const top = Math.min(0, ...ys) - pad;
  const width = Math.max(0, ...xs) + CARD.width + pad - left;
  const height = Math.max(0, ...ys) + CARD.height + pad - top;
  return (
    <svg className={css.thumbnail} viewBox={`${left} ${top} ${width} ${height}`} aria-hidden>
      <Cables projection={projection} />
      {[...projection.nodes.values()].map((node) => {
        const place = projection.positions.get(node.id);
        return place && <Shape key={node.id} kind={node.kind} x={place.x} y={place.y} />;
      })}
    </svg>
  );
}

function Cables({ projection }: { projection: Projection }) {
  const middle = (id: string) => {
    const place = projection.positions.get(id);
    return place && { x: place.x + CARD.width / 2, y: place.y + CARD.height / 2 };
  };
  return [...projection.links.values()].map(({ id, ends: [left, right] }) => {
    const from = 'node' in left ? middle(left.node) : undefined;
    const to = 'node' in right ? middle(right.node) : undefined;
    if (!from || !to) return null;
    return <line key={id} className={css.cable} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
  });
}

/** Round for what forwards, flat for a switch, a box for a host. */
function Shape({ kind, x, y }: { kind: NodeKind; x: number; y: number }) {
  const { width, height } = CARD;
  if (kind === 'router' || kind === 'internet') {
    return <circle className={css[kind]} cx={x + width / 2} cy={y + height / 2} r={height / 2} />;
  }
  const inset = kind === 'switch' ? 20 : 0;
  return (
    <rect
      className={css[kind]}
      x={x}
      y={y + inset}
      width={width}
      height={height - 2 * inset}
      rx={kind === 'switch' ? 28 : 22}
    />
  );
}
