/** Finding elements by what is written in them. */
import { rank } from '@/lib/rank';
import type { ElementId } from './elements';
import type { DocInterface, DocLink, DocNode, LinkEnd, Projection } from './projection';
import type { NodeKind, ShapeKind } from './topology';
import { isInVlan, writtenVlans } from './vlans';

export interface Hit {
  /** The same for the same element. */
  key: string;
  element: ElementId;
  /** `h1`, `h1:eth0` or `h1:eth0 – sw1:p1`. */
  title: string;
  /** What of it was found, unless that is its title. */
  detail: string;
  kind: NodeKind | 'link' | ShapeKind;
}

export interface Searched {
  projection: Projection;
  /** Addresses in use, by node; automatic ones stand nowhere else. */
  used: ReadonlyMap<string, readonly { interface: string; address: string }[]>;
}

/** What the query speaks of, the best first: by name, address, MAC, VLAN, service, and what notes and frames say. */
export function search(searched: Searched, query: string): Hit[] {
  const wanted = query.trim();
  if (wanted === '') return [];
  const [, vid] = /^vlan\s*(\d+)$/i.exec(wanted) ?? [];
  if (vid !== undefined) return inVlan(searched.projection, Number(vid));
  const found: { hit: Hit; score: number }[] = [];
  for (const { hit, facts } of entries(searched)) {
    const best = bestOf(wanted, facts);
    if (best)
      found.push({ hit: { ...hit, detail: best.text === hit.title ? '' : best.text }, score: best.score });
  }
  return found.sort((a, b) => a.score - b.score).map(({ hit }) => hit);
}

interface Entry {
  hit: Omit<Hit, 'detail'>;
  facts: readonly string[];
}

function bestOf(query: string, facts: readonly string[]): { text: string; score: number } | undefined {
  let best: { text: string; score: number } | undefined;
  for (const text of facts) {
    const score = rank(query, text);
    if (score !== undefined && score < (best?.score ?? Infinity)) best = { text, score };
  }
  return best;
}

function* entries({ projection, used }: Searched): Iterable<Entry> {
  for (const node of projection.nodes.values()) {
    yield { hit: nodeHit(node), facts: [node.name, ...nodeFacts(node)] };
  }
  for (const node of projection.nodes.values()) {
    const inUse = used.get(node.id) ?? [];
    for (const port of node.interfaces) {
      const hit = portHit(node, port);
      const addresses = inUse.filter((one) => one.interface === port.name).map((one) => one.address);
      const facts = [hit.title, ...portFacts(port), ...addresses];
      yield { hit, facts: [...new Set(facts)] };
    }
  }
  for (const link of projection.links.values()) {
    const title = linkWords(projection, link);
    const { label } = link.fields;
    const facts = typeof label === 'string' ? [title, label] : [title];
    yield { hit: { key: link.id, element: { type: 'link', link: link.id }, title, kind: 'link' }, facts };
  }
  yield* shapeEntries(projection);
}

/** Notes, regions and groups by what stands in them. */
function* shapeEntries({ shapes }: Projection): Iterable<Entry> {
  for (const { id, kind, text } of shapes.values()) {
    const words = text.replace(/\s+/g, ' ').trim();
    const [title = ''] = text.trim().split('\n');
    if (title !== '')
      yield { hit: { key: id, element: { type: 'shape', shape: id }, title, kind }, facts: [title, words] };
  }
}

function nodeHit(node: DocNode): Entry['hit'] {
  return { key: node.id, element: { type: 'node', node: node.id }, title: node.name, kind: node.kind };
}

function portHit(node: DocNode, port: DocInterface): Entry['hit'] {
  const element = { type: 'interface', node: node.id, interface: port.id } as const;
  return { key: `${node.id}/${port.id}`, element, title: `${node.name}:${port.name}`, kind: node.kind };
}

function nodeFacts({ kind, hostname, fields }: DocNode): string[] {
  const { services } = fields;
  const kinds = Array.isArray(services) ? services.map((one: { kind?: unknown }) => one.kind) : [];
  return [kind, hostname, ...kinds].filter((fact) => typeof fact === 'string');
}

function portFacts(port: DocInterface): string[] {
  const facts = [...(port.addresses ?? []), port.mac, ...writtenVlans(port).map((vid) => `VLAN ${vid}`)];
  return facts.filter((fact) => fact !== undefined);
}

function inVlan({ nodes }: Projection, vid: number): Hit[] {
  return [...nodes.values()].flatMap((node) =>
    node.interfaces
      .filter((port) => isInVlan(port, vid))
      .map((port) => ({ ...portHit(node, port), detail: `VLAN ${writtenVlans(port).join(', ')}` })),
  );
}

/** Both ends of a link, as a person says them. */
export function linkWords(projection: Pick<Projection, 'nodes'>, { ends }: DocLink): string {
  return ends.map((end) => endWords(projection, end)).join(' – ');
}

export function endWords({ nodes }: Pick<Projection, 'nodes'>, end: LinkEnd): string {
  if (!('node' in end)) return end.text;
  const node = nodes.get(end.node);
  const port = node?.interfaces.find((one) => one.id === end.interface);
  return `${node?.name ?? '?'}:${port?.name ?? '?'}`;
}
