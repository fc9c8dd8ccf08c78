import { memo } from 'react';
import { BaseEdge, type EdgeProps } from '@xyflow/react';
import { curvePath, fraction, linkCurve, pointAt, type Curve } from '@/lib/geom';
import { useOverlay } from '@/state/overlay';
import { useProblems } from '@/state/problems';
import type { LinkEdge as Link } from '../flow';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';
import css from './LinkEdge.module.css';

const LABEL_DISTANCE_PX = 30;
const ROOM_FOR_NAMES_PX = 76;

/** Too short for two names: they then show on hover and selection only. */
function isShort({ start, end }: Curve): boolean {
  return Math.hypot(end.x - start.x, end.y - start.y) < ROOM_FOR_NAMES_PX;
}

/** A cable from card to card, with the interfaces' names at its ends. */
export const LinkEdge = memo(function LinkEdge({
  id,
  sourceX,
  sourceY,
  targetX,
  targetY,
  data,
  selected,
  interactionWidth,
}: EdgeProps<Link>) {
  const state = useOverlay((overlay) => overlay.links.get(id));
  const problem = useProblems((problems) => problems.byElement.get(id));
  const from = { x: sourceX, y: sourceY };
  const to = { x: targetX, y: targetY };
  const curve = linkCurve(from, to, data?.offset_px ?? 0, CARD_WIDTH_PX, CARD_HEIGHT_PX);
  const near = fraction(curve, LABEL_DISTANCE_PX);
  return (
    <g className={css.link} data-selected={selected} data-state={state} data-short={isShort(curve)}>
      <BaseEdge path={curvePath(curve)} className={css.line} interactionWidth={interactionWidth ?? 18} />
      <EndLabel name={data?.names[0]} at={pointAt(curve, near)} />
      <EndLabel name={data?.names[1]} at={pointAt(curve, 1 - near)} />
      <Middle at={pointAt(curve, 0.5)} down={state === 'down' || state === 'cut'} problem={problem} />
    </g>
  );
});

function EndLabel({ name, at }: { name: string | undefined; at: { x: number; y: number } }) {
  return (
    <text x={at.x} y={at.y} className={css.end}>
      {name}
    </text>
  );
}

/** A cross where the cable is down, a mark where the drawing is wrong. */
function Middle({
  at,
  down,
  problem,
}: {
  at: { x: number; y: number };
  down: boolean;
  problem: { severity: string; messages: readonly string[] } | undefined;
}) {
  const place = `translate(${at.x} ${at.y})`;
  if (problem) {
    return (
      <g transform={place} className={css.problem} data-severity={problem.severity}>
        <title>{problem.messages.join('\n')}</title>
        {problem.severity === 'error' ? <circle r="8.4" /> : <path d="M0-8.6 9.4 7.6H-9.4Z" />}
        <path d="M0-3.6V1M0 4.1v.1" className={css.sign} />
      </g>
    );
  }
  if (!down) return null;
  return (
    <g transform={place} className={css.down}>
      <title>down</title>
      <circle r="7.5" />
      <path d="M-2.8-2.8 2.8 2.8M2.8-2.8-2.8 2.8" className={css.sign} />
    </g>
  );
}
