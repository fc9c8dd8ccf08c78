/** Two drawings as one picture: what is in either, and what became of it. */
import type { Change, Comparison } from '@/api';
import { fromTopology, refText, type DocLink, type NodeKind, type Point, type Projection } from '@/doc';

export type Kind = Change['kind'];
export type Fate = Kind | 'same';

export interface ComparedNode {
  name: string;
  kind: NodeKind;
  place: Point;
  fate: Fate;
}

export interface ComparedLink {
  /** The path of the link, by which its change is known. */
  id: string;
  from: string;
  to: string;
  fate: Fate;
  bends: readonly Point[];
  angled: boolean;
}

export interface ComparedDrawing {
  nodes: readonly ComparedNode[];
  links: readonly ComparedLink[];
}

export function countKinds(changes: readonly Change[]): Record<Kind, number> {
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

/** The node that a change is about, if it is about a part of one. */
export function nodeOf(element: string): string | undefined {
  const [section, name] = element.split('/');
  return section === 'nodes' ? name : undefined;
}

export function comparedDrawing({ before, after, changes }: Comparison): ComparedDrawing {
  const [old, now] = [fromTopology(before), fromTopology(after)];
  const fates = fatesOf(changes);
  const drawing = {
    nodes: [...nodes(now.projection, fates), ...goneNodes(old.projection, fates)],
    links: [
      ...links(now.projection, (id) => fates.get(id) ?? 'same'),
      ...links(old.projection, (id) => (fates.get(`removed ${id}`) ? 'removed' : undefined)),
    ],
  };
  old.destroy();
  now.destroy();
  return drawing;
}

/** By path in the later drawing; what was removed by its path in the earlier one, with `removed` before it. */
function fatesOf(changes: readonly Change[]): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const { kind, element } of changes) {
    const [section, key = ''] = element.split('/');
    const whole = `${section}/${key}`;
    if (element !== whole) fates.set(whole, 'changed');
    else if (kind === 'removed') fates.set(`removed ${whole}`, kind);
    else fates.set(whole, kind);
  }
  return fates;
}

function nodes(projection: Projection, fates: ReadonlyMap<string, Fate>): ComparedNode[] {
  return [...projection.nodes.values()].map((node) => ({
    name: node.name,
    kind: node.kind,
    place: projection.positions.get(node.id) ?? { x: 0, y: 0 },
    fate: fates.get(`nodes/${node.name}`) ?? 'same',
  }));
}

function goneNodes(projection: Projection, fates: ReadonlyMap<string, Fate>): ComparedNode[] {
  return nodes(projection, fates)
    .filter((node) => fates.has(`removed nodes/${node.name}`))
    .map((node) => ({ ...node, fate: 'removed' }));
}

function links(projection: Projection, fateOf: (id: string) => Fate | undefined): ComparedLink[] {
  return [...projection.links.values()].flatMap((link, index) => {
    const id = `links/${index}`;
    const fate = fateOf(id);
    const [from, to] = endsOf(projection, link);
    if (fate === undefined || from === undefined || to === undefined) return [];
    const { bends, fields } = link;
    const key = fate === 'removed' ? `removed ${id}` : id;
    return [{ id: key, from, to, fate, bends, angled: fields.angled === true }];
  });
}

function endsOf(projection: Projection, { ends }: DocLink): (string | undefined)[] {
  return ends.map((end) => ('node' in end ? refText(projection, { node: end.node }) : undefined));
}
