import { useEffect, useRef, useState } from 'react';
import { Network } from 'lucide-react';
import { useLabDrawing, type LabSummary } from '@/api';
import { Thumbnail } from '@/elements';
import css from './LabPicture.module.css';

/** A larger drawing is not read just for its picture. */
const MAX_NODES = 3000;

/** The lab's drawing in small, read once the card comes into sight. */
export function LabPicture({ lab }: { lab: LabSummary }) {
  const { ref, seen } = useSeen();
  const isPictured = lab.node_count > 0 && lab.node_count <= MAX_NODES;
  const { data: topology } = useLabDrawing(lab, seen && isPictured);
  return (
    <div ref={ref} className={css.picture}>
      {topology && <Thumbnail topology={topology} />}
      {!isPictured && <Network size={28} strokeWidth={1.4} aria-hidden />}
    </div>
  );
}

function useSeen() {
  const ref = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, seen };
}
