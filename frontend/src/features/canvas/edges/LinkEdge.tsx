import { memo } from 'react';
import { BaseEdge, type EdgeProps } from '@xyflow/react';
import { curvePath, fraction, linkCurve, pointAt, type Curve } from '@/lib/geom';
import { useDrift } from '@/state/drift';
import { useOverlay } from '@/state/overlay';
import { useProblems } from '@/state/problems';
import { useView } from '@/state/view';
import type { LinkEdge as Link } from '../flow';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';
import { cableLabel } from './cableLabel';
import { EndLabel } from './EndLabel';
import { labelDistance } from './endSizes';
import css from './LinkEdge.module.css';
import { MiddleMark, type Mark } from './MiddleMark';

const ROOM_FOR_NAMES_PX = 76;
/** From one mark in the middle to the next. */
const MARK_GAP_PX = 24;
/** Below the mark in the middle, where there is one. */
const BELOW_MARK_PX = 19;

/** Too short for two names: they then show on hover and selection only. */
function isShort({ start, end }: Curve): boolean {
  return Math.hypot(end.x - start.x, end.y - start.y) < ROOM_FOR_NAMES_PX;
}

/** What was found first, then how the cable is; a cable that is cut is down anyhow. */
function marksOf(problem: boolean, drift: boolean, cut: boolean, down: boolean): Mark[] {
  const found: (Mark | false)[] = [problem && 'problem', drift && 'drift', cut ? 'cut' : down && 'down'];
  return found.filter((mark) => mark !== false);
}

/** A cable from card to card, with the interfaces' names at its ends and what is special about it in the middle. */
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
  const drift = useDrift((drifted) => drifted.byElement.get(id));
  const dimmed = useView((view) => view.lit?.links.has(id) === false);
  const from = { x: sourceX, y: sourceY };
  const to = { x: targetX, y: targetY };
  const curve = linkCurve(from, to, data?.offset_px ?? 0, CARD_WIDTH_PX, CARD_HEIGHT_PX);
  const [left, right] = data?.ends ?? [];
  const middle = pointAt(curve, 0.5);
  const cut = data?.cable.cut === true || state === 'cut';
  const marks = marksOf(problem !== undefined, drift !== undefined, cut, state === 'down');
  const label = data ? cableLabel(data.cable, from, to) : '';
  return (
    <g
      className={css.link}
      data-selected={selected}
      data-dimmed={dimmed || undefined}
      data-state={cut ? 'cut' : state}
      data-impaired={label !== '' || undefined}
      data-short={isShort(curve)}
    >
      <BaseEdge path={curvePath(curve)} className={css.line} interactionWidth={interactionWidth ?? 18} />
      <EndLabel end={left} at={pointAt(curve, fraction(curve, labelDistance(left, curve)))} />
      <EndLabel end={right} at={pointAt(curve, 1 - fraction(curve, labelDistance(right, curve)))} />
      {marks.map((mark, index) => (
        <MiddleMark
          key={mark}
          mark={mark}
          at={{ x: middle.x + (index - (marks.length - 1) / 2) * MARK_GAP_PX, y: middle.y }}
          drift={drift}
          problem={problem}
        />
      ))}
      {label !== '' && (
        <text x={middle.x} y={middle.y + (marks.length > 0 ? BELOW_MARK_PX : 0)} className={css.cable}>
          {label}
        </text>
      )}
    </g>
  );
});
