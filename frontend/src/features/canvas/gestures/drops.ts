/** What is dragged in from the palette, and the double click on empty space. */
import { useMemo, type DragEvent, type MouseEvent } from 'react';
import { useReactFlow } from '@xyflow/react';
import { GRID_PX, NODE_KINDS, ops, type NodeKind, type Point } from '@/doc';
import { useLab } from '@/state/lab';
import { KIND_MIME } from '@/state/viewport';
import { useView } from '@/state/view';
import { useCanvas } from '../canvasStore';
import { centred } from './connect';

function kindOf(event: DragEvent): NodeKind | undefined {
  const kind = event.dataTransfer.getData(KIND_MIME);
  return NODE_KINDS.find((one) => one === kind);
}

export function onGrid({ x, y }: Point): Point {
  return { x: Math.round(x / GRID_PX) * GRID_PX, y: Math.round(y / GRID_PX) * GRID_PX };
}

export function useDrops() {
  const { doc } = useLab();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const placeAt = (event: { clientX: number; clientY: number }) =>
      onGrid(centred(screenToFlowPosition({ x: event.clientX, y: event.clientY })));
    return {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(KIND_MIME)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDrop: (event: DragEvent) => {
        const kind = kindOf(event);
        if (kind === undefined) return;
        event.preventDefault();
        useView.getState().select([ops.addNode(doc, kind, placeAt(event))]);
      },
      onDoubleClick: (event: MouseEvent) => {
        const onPane = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
        if (!onPane) return;
        const screen = { x: event.clientX, y: event.clientY };
        useCanvas.setState({ quickAdd: { screen, place: placeAt(event), from: null } });
      },
    };
  }, [doc, screenToFlowPosition]);
}
