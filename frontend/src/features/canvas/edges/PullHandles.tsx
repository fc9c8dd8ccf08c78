import type { PointerEvent, SVGProps } from 'react';
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

type GripProps = 'children' | 'onPointerDown' | 'onDoubleClick';

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
      {roomyPieces(way).map(({ middle, index }) => (
        <Grip key={`add ${index}`} at={middle} onPointerDown={(event) => pullBend(event, index, true)}>
          <circle className={css.add} data-bend="add" cx={middle.x} cy={middle.y} r={ADD_PX} />
        </Grip>
      ))}
      {bends.map((bend, index) => (
        <Grip
          key={index}
          at={bend}
          onPointerDown={(event) => pullBend(event, index, false)}
          onDoubleClick={(event) => {
            event.stopPropagation();
            ops.setBends(
              doc,
              id,
              bends.filter((_, other) => other !== index),
            );
          }}
        >
          <circle className={css.handle} data-bend={index} cx={bend.x} cy={bend.y} r={BEND_PX} />
        </Grip>
      ))}
      {([way.start, way.end] as const).map((plug, end) => (
        <Grip key={`plug ${end}`} at={plug} onPointerDown={(event) => pullPlug(event, end as 0 | 1)}>
          <circle className={css.plug} data-plug={end} cx={plug.x} cy={plug.y} r={BEND_PX} />
        </Grip>
      ))}
    </>
  );
}

/** What is taken hold of: as large as it looks, larger for a finger. */
function Grip({ at, children, ...handlers }: { at: Point } & Pick<SVGProps<SVGGElement>, GripProps>) {
  return (
    <g className={`${css.grip} nodrag nopan`} {...handlers}>
      <circle className={css.reach} cx={at.x} cy={at.y} r={BEND_PX} />
      {children}
    </g>
  );
}

function onGrid({ x, y }: Point, isFree: boolean): Point {
  const step = isFree ? 1 : GRID_PX;
  return { x: Math.round(x / step) * step, y: Math.round(y / step) * step };
}

/** The middle of each piece that is long enough, and which bend one there would be; a single piece always is. */
function roomyPieces({ pieces }: LinkWay): { middle: Point; index: number }[] {
  return pieces.flatMap(({ middle, length_px }, index) =>
    pieces.length === 1 || length_px >= PIECE_PX ? [{ middle, index }] : [],
  );
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
