import { memo, Suspense } from 'react';
import { BaseEdge, type EdgeProps } from '@xyflow/react';

import { useDrift } from '@/state/drift';
import { useOverlay } from '@/state/overlay';
import { useProblems } from '@/state/problems';
import { useView } from '@/state/view';
import { lazyPart } from '@/ui';
import { useCanvas } from '../canvasStore';
import type { LinkEdge as Link } from '../flow';
import { cableLabel } from './cableLabel';
import { EndLabel } from './EndLabel';
import { labelDistance, LINE_PX, MARK_GAP_PX, roomForNames } from './endSizes';
import css from './LinkEdge.module.css';
import { linkWay } from './linkWay';
import type { Mark } from './MiddleMark';

const PullHandles = lazyPart(async () => (await import('./PullHandles')).PullHandles, true);
const MiddleMark = lazyPart(async () => (await import('./MiddleMark')).MiddleMark, true);
const LabelInput = lazyPart(async () => (await import('./LabelInput')).LabelInput, true);

/** Below the mark in the middle, where there is one. */
const BELOW_MARK_PX = 19;

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
  const pulled = useCanvas((canvas) => (canvas.pulled?.link === id ? canvas.pulled : null));
  const naming = useView((view) => view.renaming === id);
  const from = { x: sourceX, y: sourceY };
  const to = { x: targetX, y: targetY };
  const bends = pulled?.bends ?? data?.bends ?? [];
  const { offset_px = 0, route } = data ?? {};
  const way = linkWay({ from, to, bends, offset_px, route, loose: pulled?.loose });
  const [left, right] = data?.ends ?? [];
  const { middle } = way;
  const cut = data?.cable.cut === true || state === 'cut';
  const marks = marksOf(problem !== undefined, drift !== undefined, cut, state === 'down');
  const impaired = data ? cableLabel(data.cable, from, to) : '';
  const lines = [data?.label, impaired].filter((line) => line);
  return (
    <g
      className={css.link}
      data-selected={selected}
      data-dimmed={dimmed || undefined}
      data-state={cut ? 'cut' : state}
      data-impaired={impaired !== '' || undefined}
      data-short={way.length_px < roomForNames([left, right], marks.length, way)}
      data-named={data?.label ? true : undefined}
    >
      <BaseEdge path={way.path} className={css.line} interactionWidth={interactionWidth ?? 18} />
      <EndLabel end={left} at={way.fromStart(labelDistance(left, way.points))} />
      <EndLabel end={right} at={way.fromEnd(labelDistance(right, way.points.toReversed()))} />
      <Suspense>
        {marks.map((mark, index) => (
          <MiddleMark
            key={mark}
            mark={mark}
            at={{ x: middle.x + (index - (marks.length - 1) / 2) * MARK_GAP_PX, y: middle.y }}
            drift={drift}
            problem={problem}
          />
        ))}
      </Suspense>
      {lines.map((line, index) => (
        <text
          key={index}
          x={middle.x}
          y={middle.y + (marks.length > 0 ? BELOW_MARK_PX : 0) + (index - (lines.length - 1) / 2) * LINE_PX}
          className={line === impaired ? css.cable : css.label}
        >
          {line}
        </text>
      ))}
      <Suspense>
        {selected && <PullHandles id={id} way={way} bends={bends} />}
        {naming && <LabelInput id={id} label={data?.label ?? ''} at={middle} />}
      </Suspense>
    </g>
  );
});
