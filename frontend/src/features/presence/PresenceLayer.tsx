import { useRef, type CSSProperties } from 'react';
import { useStore } from '@xyflow/react';
import { MousePointer2 } from 'lucide-react';
import type { Person, Point } from '@/doc';
import { FollowFrame } from './FollowFrame';
import { Outlines } from './Outlines';
import { Pings } from './Pings';
import css from './PresenceLayer.module.css';
import { useOthersDrag } from './useOthersDrag';
import { usePeople } from './usePeople';
import { useSharedView } from './useSharedView';

/** Others' pointers, selections and calls, over the drawing; however far away one looks, names stay readable. */
export function PresenceLayer() {
  const layer = useRef<HTMLDivElement>(null);
  const people = usePeople();
  useSharedView(layer);
  useOthersDrag(people);
  return (
    <div ref={layer} className={css.layer}>
      {people.length > 0 && (
        <>
          <Outlines people={people} />
          <Pointers people={people} />
        </>
      )}
      <Pings layer={layer} people={people} />
      <FollowFrame people={people} />
    </div>
  );
}

function Pointers({ people }: { people: readonly Person[] }) {
  const [x, y, zoom] = useStore((state) => state.transform);
  return people.map(({ client, user, cursor }) =>
    cursor === null ? null : (
      <div key={client} className={css.pointer} style={placed(user.color, cursor, x, y, zoom)} aria-hidden>
        <MousePointer2 size={17} className={css.arrow} />
        <span className={css.name}>{user.name}</span>
      </div>
    ),
  );
}

/** At a point of the canvas, in a person's colour. */
function placed(color: string, at: Point, x: number, y: number, zoom: number): CSSProperties {
  return {
    '--person': color,
    transform: `translate(${at.x * zoom + x}px, ${at.y * zoom + y}px)`,
  } as CSSProperties;
}
