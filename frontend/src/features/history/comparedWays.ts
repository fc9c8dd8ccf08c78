/** Which way each link goes in the picture of two drawings: as on the canvas, also in right angles and through bends. */
import { cardMiddle } from '@/doc';
import { angler, fanOffsets, linkWay, pairOf, type LinkWay } from '@/features/canvas';
import type { ComparedDrawing, ComparedLink, ComparedNode } from './comparedDrawing';

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
  const offsets = fanOffsets(links.map(({ from, to }) => pairOf(from, to)));
  return joined.flatMap(({ link, source, target }, index) => {
    const [from, to] = [places.get(source), places.get(target)];
    if (from === undefined || to === undefined) return [];
    const { bends } = link;
    const ends = { from: cardMiddle(from), to: cardMiddle(to) };
    const way = linkWay({ ...ends, bends, offset_px: offsets[index] ?? 0, route: routes.get(link.id) });
    return [{ link, source, target, way }];
  });
}
