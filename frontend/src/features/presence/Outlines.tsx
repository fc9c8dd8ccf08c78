import type { CSSProperties } from 'react';
import { useStore } from '@xyflow/react';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX, type Person, type Point } from '@/doc';

import { useTopology } from '@/state/lab';
import { useView } from '@/state/view';
import css from './PresenceLayer.module.css';

/** More at the same time tell nobody anything. */
const OUTLINES = 300;
const GAP_PX = 5;
const LETTER_PX = 6;

interface Outlined {
  key: string;
  person: Person;
  id: string;
  place: Point;
  isFirst: boolean;
}

/** What others have selected: round cards and along links, in their colours and with their names. */
export function Outlines({ people }: { people: readonly Person[] }) {
  const positions = useTopology((projection) => projection.positions);
  const links = useTopology((projection) => projection.links);
  const drags = useView((view) => view.othersDrag);
  const [x, y, zoom] = useStore((state) => state.transform);
  const cards = people.flatMap((person) =>
    person.selection.flatMap((id, index): Outlined[] => {
      const place = drags?.get(id) ?? positions.get(id);
      return place ? [{ key: `${person.client} ${id}`, person, id, place, isFirst: index === 0 }] : [];
    }),
  );
  const cables = people.flatMap((person) =>
    person.selection.filter((id) => links.has(id)).map((id) => ({ person, id, path: drawnPath(id) })),
  );
  return (
    <svg className={css.outlines} aria-hidden>
      <g transform={`translate(${x} ${y}) scale(${zoom})`}>
        {cables.slice(0, OUTLINES).map(({ person, id, path }) => (
          <path key={`${person.client} ${id}`} className={css.outlinedLink} style={tint(person)} d={path} />
        ))}
      </g>
      {cards.slice(0, OUTLINES).map(({ key, person, place, isFirst }) => (
        <g
          key={key}
          style={tint(person)}
          data-selected-by={person.user.name}
          transform={`translate(${place.x * zoom + x - GAP_PX} ${place.y * zoom + y - GAP_PX})`}
        >
          <rect
            className={css.outline}
            width={CARD_WIDTH_PX * zoom + 2 * GAP_PX}
            height={CARD_HEIGHT_PX * zoom + 2 * GAP_PX}
            rx={14}
          />
          {isFirst && <Label name={person.user.name} />}
        </g>
      ))}
    </svg>
  );
}

function Label({ name }: { name: string }) {
  const short = name.length > 16 ? `${name.slice(0, 15)}…` : name;
  return (
    <g transform="translate(12 -7)">
      <rect className={css.labelBack} width={short.length * LETTER_PX + 12} height={15} rx={4} />
      <text className={css.label} x={6} y={11}>
        {short}
      </text>
    </g>
  );
}

function tint({ user }: Person): CSSProperties {
  return { '--person': user.color } as CSSProperties;
}

/** The line of a link as the canvas draws it; nothing while it draws none. */
function drawnPath(id: string): string {
  const edge = document.querySelector(`.react-flow__edge[data-id="${CSS.escape(id)}"] path`);
  return edge?.getAttribute('d') ?? '';
}
