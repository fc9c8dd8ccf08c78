import type { PointerEvent } from 'react';
import { useReactFlow } from '@xyflow/react';
import { GRID_PX, ops, type LabDocument, type Point } from '@/doc';
import { followPointer } from '@/lib/followPointer';
import { useLab } from '@/state/lab';
import { useCanvas } from '../canvasStore';
import { eventPoint, nodeUnder, plugInto } from '../gestures/connect';
import css from './LinkEdge.module.css';
import type { LinkWay } from './linkWay';

const BEND_PX = 6;
const ADD_PX = 4.5;
/** Shorter than this, a piece has no room for another bend. */
const PIECE_PX = 48;

interface Handles {
  id: string;
  way: LinkWay;
  bends: readonly Point[];
}

/** At a selected link: its bends, where another can be pulled out, and its plugs. */
export function PullHandles({ id, way, bends }: Handles) {
  const { doc } = useLab();
  const { screenToFlowPosition } = useReactFlow();
  const at = (event: globalThis.PointerEvent) => screenToFlowPosition({ x: event.clientX, y: event.clientY });
  const pullBend = (event: PointerEvent, index: number, added: boolean) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const rest = added ? bends : bends.filter((_, other) => other !== index);
    followPointer(
      event,
      (move) => {
        const place = onGrid(at(move), move.altKey);
        useCanvas.setState({ pulled: { link: id, bends: rest.toSpliced(index, 0, place) } });
      },
      (kept) => keepBends(doc, id, kept),
    );
  };
  const pullPlug = (event: PointerEvent, end: 0 | 1) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    followPointer(
      event,
      (move) => useCanvas.setState({ pulled: { link: id, bends, loose: { end, at: at(move) } } }),
      (kept, last) => plugEnd(doc, id, end, kept ? (last as globalThis.PointerEvent) : null),
    );
  };
  return (
    <>
      {pieces(way).map(({ middle, index }) => (
        <circle
          key={`add ${index}`}
          className={`${css.add} nodrag nopan`}
          data-bend="add"
          cx={middle.x}
          cy={middle.y}
          r={ADD_PX}
          onPointerDown={(event) => pullBend(event, index, true)}
        />
      ))}
      {bends.map(({ x, y }, index) => (
        <circle
          key={index}
          className={`${css.handle} nodrag nopan`}
          data-bend={index}
          cx={x}
          cy={y}
          r={BEND_PX}
          onPointerDown={(event) => pullBend(event, index, false)}
          onDoubleClick={(event) => {
            event.stopPropagation();
            ops.setBends(
              doc,
              id,
              bends.filter((_, other) => other !== index),
            );
          }}
        />
      ))}
      {([way.start, way.end] as const).map((plug, end) => (
        <circle
          key={`plug ${end}`}
          className={`${css.plug} nodrag nopan`}
          data-plug={end}
          cx={plug.x}
          cy={plug.y}
          r={BEND_PX}
          onPointerDown={(event) => pullPlug(event, end as 0 | 1)}
        />
      ))}
    </>
  );
}

function onGrid({ x, y }: Point, isFree: boolean): Point {
  const step = isFree ? 1 : GRID_PX;
  return { x: Math.round(x / step) * step, y: Math.round(y / step) * step };
}

/** The middle of each piece that is long enough, and which bend one there would be. */
function pieces({ points, middle }: LinkWay): { middle: Point; index: number }[] {
  if (points.length === 2) return [{ middle, index: 0 }];
  return points.slice(1).flatMap((point, index) => {
    const before = points[index] ?? point;
    const isShort = Math.hypot(point.x - before.x, point.y - before.y) < PIECE_PX;
    return isShort ? [] : [{ middle: { x: (before.x + point.x) / 2, y: (before.y + point.y) / 2 }, index }];
  });
}

function keepBends(doc: LabDocument, link: string, kept: boolean): void {
  const { pulled } = useCanvas.getState();
  if (kept && pulled) ops.setBends(doc, link, pulled.bends);
  useCanvas.setState({ pulled: null });
}

/** On a card the cable is plugged in there; anywhere else it goes back to where it was. */
function plugEnd(doc: LabDocument, link: string, end: 0 | 1, event: globalThis.PointerEvent | null): void {
  const wasPulled = useCanvas.getState().pulled !== null;
  useCanvas.setState({ pulled: null });
  const target = event && wasPulled ? nodeUnder(eventPoint(event)) : undefined;
  if (event && target !== undefined) plugInto(target, event, (to) => ops.moveEnd(doc, link, end, to));
}
