/** Where on the canvas a comment is pinned, and what that is in words. */
import { CARD_WIDTH_PX, cardMiddle, linkWords, type CommentTarget, type Point, type Projection } from '@/doc';
import { t } from '@/i18n';

/** Nothing when what it is about was removed. */
export function pinOf({ positions, links, nodes }: Projection, target: CommentTarget): Point | undefined {
  if ('x' in target) return target;
  if ('node' in target) {
    const place = nodes.has(target.node) ? positions.get(target.node) : undefined;
    return place && { x: place.x + CARD_WIDTH_PX, y: place.y };
  }
  const ends = links.get(target.link)?.ends ?? [];
  const places = ends.flatMap((end) => ('node' in end ? (positions.get(end.node) ?? []) : []));
  const [from, to] = places.map(cardMiddle);
  return from && to && { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

export function targetWords(projection: Projection, target: CommentTarget): string {
  if ('x' in target) return t('a place');
  if ('node' in target) return projection.nodes.get(target.node)?.name ?? t('a node that is gone');
  const link = projection.links.get(target.link);
  return link ? linkWords(projection, link) : t('a link that is gone');
}
