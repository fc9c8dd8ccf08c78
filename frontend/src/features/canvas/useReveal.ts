import { useEffect } from 'react';
import { useReactFlow } from '@xyflow/react';
import { motion_ms } from '@/lib/motion';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from './size';

const CLOSE_ENOUGH = 0.8;

/** Brings the element into sight that a problem or a panel points to. */
export function useReveal(): void {
  const { doc } = useLab();
  const { setCenter, getZoom } = useReactFlow();
  const reveal = useView((view) => view.reveal);
  useEffect(() => {
    if (reveal === null) return;
    const { nodes, links, positions } = doc.projection;
    const { element } = reveal;
    const link = element.type === 'link' ? links.get(element.link) : undefined;
    const ids =
      'node' in element ? [element.node] : (link?.ends ?? []).map((end) => ('node' in end ? end.node : ''));
    const places = ids.filter((id) => nodes.has(id)).flatMap((id) => positions.get(id) ?? []);
    if (places.length === 0) return;
    const x = places.reduce((sum, place) => sum + place.x, 0) / places.length + CARD_WIDTH_PX / 2;
    const y = places.reduce((sum, place) => sum + place.y, 0) / places.length + CARD_HEIGHT_PX / 2;
    void setCenter(x, y, { zoom: Math.max(getZoom(), CLOSE_ENOUGH), duration: motion_ms(250) });
  }, [doc, reveal, setCenter, getZoom]);
}
