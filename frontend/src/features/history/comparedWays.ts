/** Which way each link goes in the picture of two drawings: as on the canvas, also in right angles and through bends. */
import { cardMiddle } from '@/doc';
import { angler, linkWay, type LinkWay } from '@/features/canvas';
import { fanOffset } from '@/lib/geom';
import type { ComparedDrawing, ComparedLink, ComparedNode } from './comparedDrawing';

const FAN_PX = 26;

/** Of one that was removed while another of its name was added, each has its card. */
export const cardId = ({ name, fate }: ComparedNode) => (fate === 'removed' ? `removed ${name}` : name);

export interface PlacedLink {
  link: ComparedLink;
  source: string;
  target: string;
  way: LinkWay;
}

export function comparedWays({ nodes, links }: ComparedDrawing): PlacedLink[] {
  const places = new Map(nodes.map((node) => [cardId(node), node.place]));
  const card = (name: string) => (places.has(name) ? name : `removed ${name}`);
  const joined = links.map((link) => ({ ...link, link, source: card(link.from), target: card(link.to) }));
  const routes = angler(joined, places);
  const offsets = fanOffsets(links);
  return joined.flatMap(({ link, source, target }) => {
    const [from, to] = [places.get(source), places.get(target)];
    if (from === undefined || to === undefined) return [];
    const { bends } = link;
    const ends = { from: cardMiddle(from), to: cardMiddle(to) };
    const way = linkWay({ ...ends, bends, offset_px: offsets.get(link.id) ?? 0, route: routes.get(link.id) });
    return [{ link, source, target, way }];
  });
}

/** Links between the same two nodes lie beside each other. */
function fanOffsets(links: readonly ComparedLink[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, ComparedLink[]>();
  for (const link of links) {
    const pair = [link.from, link.to].sort().join(' ');
    pairs.set(pair, [...(pairs.get(pair) ?? []), link]);
  }
  return new Map(
    [...pairs.values()].flatMap((pair) =>
      pair.map(({ id, from, to }, index) => {
        const offset_px = fanOffset(index, pair.length, FAN_PX);
        return [id, from > to ? -offset_px : offset_px] as const;
      }),
    ),
  );
}
