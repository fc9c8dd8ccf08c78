/** The drawing as a picture whose colours are those of the page, with marks for what runs of it. */
import { CARD_WIDTH_PX, fromTopology, nodeIdByName, type Projection, type TopologyJson } from '@/doc';
import { drawnIcons, PICTURE_TOKENS, pictureSvg, type Picture } from '@/features/picture';

const PALETTE = Object.fromEntries(PICTURE_TOKENS.map((token) => [token, `var(${token})`])) as Record<
  (typeof PICTURE_TOKENS)[number],
  string
>;
const INSET_PX = 12;

export interface Mark {
  name: string;
  state: string;
  x: number;
  y: number;
}

export interface Drawing extends Picture {
  projection: Projection;
}

/** Not to be called while React renders. */
export function drawingOf(topology: TopologyJson): Drawing {
  const doc = fromTopology(topology);
  const { projection } = doc;
  doc.destroy();
  return { projection, ...pictureSvg(projection, { palette: PALETTE, icons: drawnIcons() }, null) };
}

/** One at the upper right of each card of which something is known. */
export function marksOf(projection: Projection, states: Readonly<Record<string, string>>): Mark[] {
  const ids = nodeIdByName(projection);
  return Object.entries(states).flatMap(([name, state]) => {
    const at = projection.positions.get(ids.get(name) ?? '');
    return at === undefined ? [] : [{ name, state, x: at.x + CARD_WIDTH_PX - INSET_PX, y: at.y + INSET_PX }];
  });
}
