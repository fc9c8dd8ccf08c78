import type { ConnectionLineComponentProps } from '@xyflow/react';
import { cardMiddle } from '@/doc';
import { boxExit } from '@/lib/geom';
import type { FlowNode } from '../flow';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';
import css from './DrawnCable.module.css';

/** The cable while it is being drawn, from the card's border to the pointer. */
export function DrawnCable({ fromNode, toX, toY, toNode }: ConnectionLineComponentProps<FlowNode>) {
  const start = boxExit(
    cardMiddle(fromNode.internals.positionAbsolute),
    { x: toX, y: toY },
    CARD_WIDTH_PX,
    CARD_HEIGHT_PX,
  );
  return (
    <g className={css.cable} data-lands={toNode !== null && toNode.id !== fromNode.id}>
      <path d={`M${start.x} ${start.y}L${toX} ${toY}`} />
      <circle cx={toX} cy={toY} r="5" />
    </g>
  );
}
