import { useEffect } from 'react';
import { useReactFlow } from '@xyflow/react';
import { boxAround, boxOf } from '@/doc';
import { motion_ms } from '@/lib/motion';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';

const CLOSE_ENOUGH = 0.8;

/** Brings the element into sight that a problem or a panel points to. */
export function useReveal(): void {
  const { doc } = useLab();
  const { setCenter, getZoom } = useReactFlow();
  const reveal = useView((view) => view.reveal);
  useEffect(() => {
    if (reveal === null) return;
    const { projection } = doc;
    const { element } = reveal;
    const link = element.type === 'link' ? projection.links.get(element.link) : undefined;
    const ends = (link?.ends ?? []).map((end) => ('node' in end ? end.node : ''));
    const ids = 'node' in element ? [element.node] : 'shape' in element ? [element.shape] : ends;
    const box = boxAround(ids.flatMap((id) => boxOf(projection, id) ?? []));
    if (box === undefined) return;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    void setCenter(x, y, { zoom: Math.max(getZoom(), CLOSE_ENOUGH), duration: motion_ms(250) });
  }, [doc, reveal, setCenter, getZoom]);
}
