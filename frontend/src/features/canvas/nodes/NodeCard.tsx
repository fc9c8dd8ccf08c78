import { memo, useMemo } from 'react';
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { ExtraIcon, extrasOf, KindTile } from '@/elements';
import { cx } from '@/lib/cx';
import { useDrift } from '@/state/drift';
import { useProblems } from '@/state/problems';
import { useOverlay } from '@/state/overlay';
import { useView } from '@/state/view';
import { useCanvas } from '../canvasStore';
import { CENTRE, type CardNode } from '../flow';
import { cardLine } from './cardLine';
import css from './NodeCard.module.css';
import { DriftMark } from './DriftMark';
import { ProblemMark } from './ProblemMark';
import { RenameInput } from './RenameInput';
import { StateMark } from './StateMark';

const SIDES = [
  ['top', Position.Top],
  ['right', Position.Right],
  ['bottom', Position.Bottom],
  ['left', Position.Left],
] as const;

export const NodeCard = memo(function NodeCard({ id, data: { node }, selected }: NodeProps<CardNode>) {
  const state = useOverlay((overlay) => overlay.nodes.get(id));
  const used = useOverlay((overlay) => overlay.addresses.get(id));
  const problem = useProblems((problems) => problems.byElement.get(id));
  const drift = useDrift((drifted) => drifted.byElement.get(id));
  const renaming = useView((view) => view.renaming === id);
  const dimmed = useView((view) => view.lit?.nodes.has(id) === false);
  const linking = useCanvas((canvas) => canvas.linkFrom?.node === id);
  const extras = useMemo(() => extrasOf(node), [node]);
  return (
    <div
      className={cx(css.card, selected && css.selected, linking && css.linking, css[node.kind])}
      data-state={state}
      data-dimmed={dimmed || undefined}
    >
      <span className={css.tile}>
        <KindTile kind={node.kind} />
      </span>
      <div className={css.words}>
        {renaming ? <RenameInput node={node} /> : <span className={css.name}>{node.name}</span>}
        <span className={css.line}>{cardLine(node, used)}</span>
      </div>
      {extras.length > 0 && (
        <span className={css.extras}>
          {extras.map((extra) => (
            <ExtraIcon key={extra.id} extra={extra} />
          ))}
        </span>
      )}
      {state && <StateMark state={state} />}
      {drift && <DriftMark texts={drift} />}
      {problem && <ProblemMark problem={problem} />}
      <span className={cx('source', css.centre)} data-handleid={CENTRE} data-handlepos={Position.Top} />
      {SIDES.map(([side, position]) => (
        <Handle key={side} id={side} type="source" position={position} className={css.port} />
      ))}
    </div>
  );
});
