/** Lays out the selection, or everything, with the groups and regions that are in it as a whole: one step of undo, whatever happens to the drawing meanwhile. */
import { ops, type Box, type LabDocument, type Point } from '@/doc';
import { t } from '@/i18n';
import { motion_ms } from '@/lib/motion';
import { useView } from '@/state/view';
import { toast } from '@/ui';
import { useCanvas } from '../canvasStore';
import type { Places } from './graph';
import type { LayoutKind } from './kinds';

/** Fewer selected nodes are no part to be laid out by itself. */
const LEAST = 2;
const GLIDE_MS = 350;
/** Beyond so many cards each frame of a glide takes too long. */
const MOST_GLIDING = 200;

let isBusy = false;

export async function arrange(doc: LabDocument, kind: LayoutKind): Promise<void> {
  const { nodes } = useView.getState();
  const ids: ReadonlySet<string> = nodes.size >= LEAST ? nodes : new Set(doc.projection.nodes.keys());
  if (ids.size < LEAST || isBusy) return;
  isBusy = true;
  try {
    const { findPlaces } = await import('./elk');
    const places = await findPlaces(doc.projection, ids, kind);
    await glide(doc, places);
    doc.edit(() => {
      ops.moveNodes(doc, places.nodes);
      for (const [id, box] of places.regions) ops.resizeShape(doc, id, box);
    });
  } catch (error) {
    toast({
      tone: 'bad',
      title: t('Not laid out'),
      text: error instanceof Error ? error.message : String(error),
    });
  } finally {
    useCanvas.setState({ dragged: null, resized: null });
    isBusy = false;
  }
}

async function glide(doc: LabDocument, { nodes, regions }: Places): Promise<void> {
  const duration_ms = nodes.size > MOST_GLIDING ? 0 : motion_ms(GLIDE_MS);
  const { positions, shapes } = doc.projection;
  const start = performance.now();
  for (let now = start; now - start < duration_ms; now = await nextFrame()) {
    const share = 1 - (1 - (now - start) / duration_ms) ** 3;
    const dragged = new Map([...nodes].map(([id, to]) => [id, between(positions.get(id) ?? to, to, share)]));
    const resized = new Map(
      [...regions].map(([id, to]) => {
        const shape = shapes.get(id);
        return [id, shape ? boxBetween({ ...shape.at, ...shape.size }, to, share) : to];
      }),
    );
    useCanvas.setState({ dragged, resized });
  }
}

function boxBetween(from: Box, to: Box, share: number): Box {
  const size = between({ x: from.width, y: from.height }, { x: to.width, y: to.height }, share);
  return { ...between(from, to, share), width: size.x, height: size.y };
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
