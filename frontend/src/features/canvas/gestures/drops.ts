/** What is dragged in from the palette, and the double click on empty space. */
import { useMemo, type DragEvent, type MouseEvent } from 'react';
import { useReactFlow } from '@xyflow/react';
import { NODE_KINDS, ops, type NodeKind } from '@/doc';
import { motion_ms } from '@/lib/motion';
import { useLab } from '@/state/lab';
import { KIND_MIME } from '@/state/viewport';
import { useView } from '@/state/view';
import { useCanvas } from '../canvasStore';
import { centred } from './connect';
import { onGrid } from './place';

function kindOf(event: DragEvent): NodeKind | undefined {
  const kind = event.dataTransfer.getData(KIND_MIME);
  return NODE_KINDS.find((one) => one === kind);
}

export function useDrops() {
  const { doc } = useLab();
  const { screenToFlowPosition, setCenter } = useReactFlow();
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
      /** A link that was begun is given up. From far away a tap means what is drawn there; a mouse is heard before. */
      onPaneClick: (event: MouseEvent) => {
        useCanvas.setState({ linkFrom: null });
        const { overview, thingAt } = useCanvas.getState();
        if (!overview) return;
        const thing = thingAt?.(screenToFlowPosition({ x: event.clientX, y: event.clientY }));
        const only = (type: string) => (thing?.type === type ? [thing.id] : []);
        useView.getState().select(only('node'), only('link'), only('shape'));
      },
      onDoubleClick: (event: MouseEvent) => {
        const onPane = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
        if (!onPane) return;
        const screen = { x: event.clientX, y: event.clientY };
        if (useCanvas.getState().overview) {
          const { x, y } = screenToFlowPosition(screen);
          void setCenter(x, y, { zoom: 1, duration: motion_ms(250) });
          return;
        }
        useCanvas.setState({ quickAdd: { screen, place: placeAt(event), from: null } });
      },
    };
  }, [doc, screenToFlowPosition, setCenter]);
}
