/** Finds the ways of all links that are drawn in right angles. Loaded where there are any. */
import { cardMiddle, type Point } from '@/doc';
import { placeAngles } from '@/lib/placeAngles';
import { rightAngledPieces, type Angles } from '@/lib/rightAngles';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../size';
import type { DrawnLink } from './drawnLinks';
import type { Route } from './linkWay';

const SIZE = { width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX };

export type Angler = (
  links: readonly Pick<DrawnLink, 'id' | 'angled' | 'source' | 'target'>[],
  positions: ReadonlyMap<string, Point>,
) => ReadonlyMap<string, Route>;

export const angler: Angler = (links, positions) => {
  const angled = links.filter((link) => link.angled);
  if (angled.length === 0) return new Map();
  const cards = new Map([...positions].map(([id, place]) => [id, cardMiddle(place)]));
  const joined = angled.flatMap(({ id, source, target }) => {
    const [from, to] = [cards.get(source), cards.get(target)];
    return from && to ? [{ id, from, to, source, target }] : [];
  });
  return new Map([...placeAngles(joined, cards, SIZE)].map(([id, angles]) => [id, routeOf(angles)]));
};

function routeOf(angles: Angles): Route {
  return {
    key: `${angles.axis} ${angles.start_px} ${angles.end_px}`,
    pieces: (from, to, bends) => rightAngledPieces(from, to, bends, angles, SIZE),
  };
}
