import type { PointerEvent } from 'react';
import { useReactFlow } from '@xyflow/react';
import { GRID_PX, ops, type Box, type DocShape } from '@/doc';
import { followPointer } from '@/lib/followPointer';
import { useLab } from '@/state/lab';
import { useCanvas } from '../canvasStore';
import css from './ShapeNode.module.css';

/** Which sides a handle moves: -1 the first one of its axis, 1 the last one. */
type Pull = -1 | 0 | 1;
const HANDLES: readonly (readonly [Pull, Pull, string])[] = [
  [-1, -1, 'nwse-resize'],
  [0, -1, 'ns-resize'],
  [1, -1, 'nesw-resize'],
  [1, 0, 'ew-resize'],
  [1, 1, 'nwse-resize'],
  [0, 1, 'ns-resize'],
  [-1, 1, 'nesw-resize'],
  [-1, 0, 'ew-resize'],
];
const LEAST_PX = 40;

function pulled(start: number, size: number, pull: Pull, by: number, step: number): [number, number] {
  const onGrid = (value: number) => Math.round(value / step) * step;
  if (pull === 0) return [start, size];
  if (pull === 1) return [start, Math.max(LEAST_PX, onGrid(start + size + by) - start)];
  const end = start + size;
  const first = Math.min(onGrid(start + by), end - LEAST_PX);
  return [first, end - first];
}

/** The box after one of its corners or sides was pulled; on the grid unless `step` is 1. */
export function resizedBox(
  box: Box,
  [across, down]: readonly [Pull, Pull],
  by: { x: number; y: number },
  step: number,
): Box {
  const [x, width] = pulled(box.x, box.width, across, by.x, step);
  const [y, height] = pulled(box.y, box.height, down, by.y, step);
  return { x, y, width, height };
}

export function ResizeHandles({ shape }: { shape: DocShape }) {
  const { doc } = useLab();
  const { screenToFlowPosition } = useReactFlow();
  const pull = (event: PointerEvent, across: Pull, down: Pull) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const before = { ...shape.at, ...shape.size };
    const from = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    followPointer(
      event,
      (move) => {
        const to = screenToFlowPosition({ x: move.clientX, y: move.clientY });
        const by = { x: to.x - from.x, y: to.y - from.y };
        const box = resizedBox(before, [across, down], by, move.altKey ? 1 : GRID_PX);
        useCanvas.setState({ resized: new Map([[shape.id, box]]) });
      },
      (kept) => {
        const box = useCanvas.getState().resized?.get(shape.id);
        if (kept && box) ops.resizeShape(doc, shape.id, box);
        useCanvas.setState({ resized: null });
      },
    );
  };
  return HANDLES.map(([across, down, cursor]) => (
    <span
      key={`${across} ${down}`}
      className={`${css.handle} nodrag nopan`}
      style={{ left: `${(across + 1) * 50}%`, top: `${(down + 1) * 50}%`, cursor }}
      onPointerDown={(event) => pull(event, across, down)}
    />
  ));
}
