/** Links as lines between cards, before it is known where the cards stand. */
import { t } from '@/i18n';
import type { DocLink, DocNode, Point, Projection } from '@/doc';
import { cableWords, portTag, type CableWords, type PortTag } from '@/elements';
import { pairOf, type Paired } from './fan';

/** An end as it is written at the line. */
export interface DrawnEnd {
  name: string;
  /** The VLANs of a switch's port. */
  tag: PortTag | undefined;
}

export interface DrawnLink extends Paired {
  id: string;
  link: DocLink;
  label: string;
  bends: readonly Point[];
  angled: boolean;
  source: string;
  target: string;
  ends: readonly [DrawnEnd, DrawnEnd];
  cable: CableWords;
  /** `node:interface` of both ends, for a reader. */
  words: string;
}

/** Links whose two ends are both there: somebody may just have removed a node at the other side. */
export function drawnLinks(nodes: Projection['nodes'], links: Iterable<DocLink>): DrawnLink[] {
  const drawn: DrawnLink[] = [];
  for (const link of links) {
    const [left, right] = link.ends;
    if (!('node' in left) || !('node' in right)) continue;
    const from = nodes.get(left.node);
    const to = nodes.get(right.node);
    if (from === undefined || to === undefined) continue;
    const ends = [drawnEnd(from, left.interface), drawnEnd(to, right.interface)] as const;
    drawn.push({
      id: link.id,
      link,
      label: link.label ?? '',
      bends: link.bends,
      angled: link.fields.angled === true,
      source: from.id,
      target: to.id,
      ends,
      cable: cableWords(link),
      words: t('Link {one} to {other}', {
        one: `${from.name}:${ends[0].name}`,
        other: `${to.name}:${ends[1].name}`,
      }),
      ...pairOf(from.id, to.id),
    });
  }
  return drawn;
}

function drawnEnd(node: DocNode, id: string | undefined): DrawnEnd {
  const port = node.interfaces.find((one) => one.id === id);
  return { name: port?.name ?? '?', tag: port && node.kind === 'switch' ? portTag(port) : undefined };
}
