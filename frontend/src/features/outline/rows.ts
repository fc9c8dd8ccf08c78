/** The drawing as the rows of a tree: nodes with their interfaces, links, notes and groups. */
import {
  endWords,
  linkWords,
  type DocInterface,
  type DocLink,
  type DocNode,
  type ElementId,
  type Projection,
} from '@/doc';
import { t, tn } from '@/i18n';

export type RowKind = 'section' | DocNode['kind'] | 'interface' | 'link' | 'shape';

export interface OutlineRow {
  key: string;
  kind: RowKind;
  level: 1 | 2 | 3;
  title: string;
  detail: string;
  /** Left out of sections. */
  element?: ElementId;
  /** Key of the row it stands under. */
  parent: string | null;
  /** Nothing, where there is nothing to open. */
  expanded?: boolean;
  /** Its place among its siblings, from 1, and how many they are. */
  place: number;
  of: number;
}

export const SECTIONS = ['nodes', 'links', 'shapes'] as const;
type Section = (typeof SECTIONS)[number];

/** Sections are open, nodes are closed, until somebody turns them: `turned` holds the keys of those. */
export function outlineRows(projection: Projection, turned: ReadonlySet<string>): OutlineRow[] {
  const { nodes, links, shapes } = projection;
  const peers = peersByInterface(projection);
  return [
    ...section('nodes', tn(nodes.size, '{count} node', '{count} nodes'), nodes.size, turned, () =>
      [...nodes.values()].flatMap((node, index) => nodeRows(node, index, nodes.size, turned, peers)),
    ),
    ...section('links', tn(links.size, '{count} link', '{count} links'), links.size, turned, () =>
      [...links.values()].map((link, index) => linkRow(projection, link, index)),
    ),
    ...(shapes.size === 0
      ? []
      : section(
          'shapes',
          tn(shapes.size, '{count} note or group', '{count} notes and groups'),
          1,
          turned,
          () => shapeRows(projection),
        )),
  ];
}

function section(
  id: Section,
  title: string,
  size: number,
  turned: ReadonlySet<string>,
  rows: () => OutlineRow[],
): OutlineRow[] {
  const expanded = size > 0 && !turned.has(id);
  const head: OutlineRow = {
    key: id,
    kind: 'section',
    level: 1,
    title,
    detail: '',
    parent: null,
    place: SECTIONS.indexOf(id) + 1,
    of: SECTIONS.length,
    ...(size > 0 && { expanded }),
  };
  return expanded ? [head, ...rows()] : [head];
}

/** By id of an interface, what its cable leads to. */
function peersByInterface(projection: Projection): ReadonlyMap<string, string> {
  const peers = new Map<string, string>();
  for (const { ends } of projection.links.values()) {
    const [left, right] = ends;
    for (const [own, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (!('node' in own) || own.interface === undefined) continue;
      peers.set(own.interface, endWords(projection, other));
    }
  }
  return peers;
}

function nodeRows(
  node: DocNode,
  index: number,
  of: number,
  turned: ReadonlySet<string>,
  peers: ReadonlyMap<string, string>,
): OutlineRow[] {
  const { id, kind, name, interfaces } = node;
  const expanded = turned.has(id);
  const row: OutlineRow = {
    key: id,
    kind,
    level: 2,
    title: name,
    detail: addressesOf(interfaces),
    element: { type: 'node', node: id },
    parent: 'nodes',
    place: index + 1,
    of,
    ...(interfaces.length > 0 && { expanded }),
  };
  if (!expanded) return [row];
  return [row, ...interfaces.map((port, at) => interfaceRow(node, port, at, peers.get(port.id)))];
}

function addressesOf(interfaces: readonly DocInterface[]): string {
  const addresses = interfaces.flatMap((port) => port.addresses ?? []);
  return addresses.length > 0
    ? addresses.join(', ')
    : tn(interfaces.length, '{count} interface', '{count} interfaces');
}

function interfaceRow(
  node: DocNode,
  port: DocInterface,
  index: number,
  peer: string | undefined,
): OutlineRow {
  const addresses = port.addresses?.join(', ') ?? '';
  const cable = peer === undefined ? t('not linked') : t('to {peer}', { peer });
  return {
    key: `${node.id}/${port.id}`,
    kind: 'interface',
    level: 3,
    title: port.name,
    detail: addresses === '' ? cable : `${addresses}, ${cable}`,
    element: { type: 'interface', node: node.id, interface: port.id },
    parent: node.id,
    place: index + 1,
    of: node.interfaces.length,
  };
}

function linkRow(projection: Projection, link: DocLink, index: number): OutlineRow {
  const { label, cut } = link.fields;
  return {
    key: link.id,
    kind: 'link',
    level: 2,
    title: linkWords(projection, link),
    detail: [typeof label === 'string' ? label : '', cut === true ? t('cut') : '']
      .filter((one) => one !== '')
      .join(', '),
    element: { type: 'link', link: link.id },
    parent: 'links',
    place: index + 1,
    of: projection.links.size,
  };
}

function shapeRows({ shapes, nodes }: Projection): OutlineRow[] {
  const words = { note: t('note'), region: t('region'), group: t('group') };
  return [...shapes.values()].map(({ id, kind, text, members }, index) => ({
    key: id,
    kind: 'shape',
    level: 2,
    title: text === '' ? words[kind] : text,
    detail: [words[kind], ...members.flatMap((member) => nodes.get(member)?.name ?? [])].join(', '),
    element: { type: 'shape', shape: id },
    parent: 'shapes',
    place: index + 1,
    of: shapes.size,
  }));
}
