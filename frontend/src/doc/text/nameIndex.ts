/** Nodes and interfaces by name in the middle of a transaction, and references that follow when names come and go. */
import type * as Y from 'yjs';
import { Names, element } from '../fromTopology';
import type { LabDocument } from '../labDocument';
import { nextOrder } from '../ops/fields';
import { decodeRef, encodeRef, newId, type Ref } from '../refs';
import { refText } from '../toTopology';
import { isList, textOf, type JsonMap } from './values';
import type { Element } from '../roots';

export class NameIndex extends Names {
  readonly #doc: LabDocument;

  constructor(doc: LabDocument) {
    super();
    this.#doc = doc;
    for (const [id, node] of doc.nodes.entries()) {
      this.nodes.set(node.get('name') as string, id);
      const ports = (node.get('interfaces') as Y.Map<Element>).entries();
      this.interfaces.set(id, new Map([...ports].map(([port, one]) => [one.get('name') as string, port])));
    }
  }

  stored(section: 'links' | 'expect' | 'shapes', value: JsonMap): JsonMap {
    if (section === 'links') return this.#link(value);
    return section === 'expect' ? this.#expectation(value) : this.#shape(value);
  }

  #shape({ members, ...fields }: JsonMap): JsonMap {
    const refs = isList(members) ? members.map((name) => encodeRef(this.resolve(textOf(name)))) : undefined;
    return { ...fields, ...(refs && { members: refs }) };
  }

  /** An interface that only a link names is made for it. */
  #link(link: JsonMap): JsonMap {
    const ends = (isList(link.ends) ? link.ends : []).map((end) => encodeRef(this.#port(textOf(end))));
    return { ...link, ends };
  }

  #expectation(one: JsonMap): JsonMap {
    return {
      ...one,
      from: encodeRef(this.resolve(textOf(one.from))),
      to: encodeRef(this.resolve(textOf(one.to))),
    };
  }

  #port(end: string): Ref {
    const [name = '', port, ...more] = end.split(':');
    const node = this.nodes.get(name);
    const ports = node === undefined ? undefined : this.interfaces.get(node);
    if (node !== undefined && ports && port !== undefined && more.length === 0 && !ports.has(port)) {
      const id = newId();
      const elements = this.#doc.nodes.get(node)?.get('interfaces') as Y.Map<Element>;
      elements.set(id, element(nextOrder(elements), { name: port }));
      ports.set(port, id);
    }
    return this.resolve(end);
  }

  /** What a text reference names by now. */
  settled(stored: string): string {
    const ref = decodeRef(stored);
    return 'text' in ref ? encodeRef(this.#port(ref.text)) : stored;
  }
}

/** What names a node that is about to go is the text it was, unless its link goes as well; returns what writes that. */
export function loosened(doc: LabDocument, gone: ReadonlySet<string>): () => void {
  if (gone.size === 0) return () => undefined;
  const { projection } = doc;
  const writes: (() => void)[] = [];
  const text = (ref: Ref) =>
    'node' in ref && gone.has(ref.node) ? (refText(projection, ref) ?? '') : encodeRef(ref);
  for (const { id, ends } of projection.links.values()) {
    if (ends.some((end) => 'node' in end && gone.has(end.node)))
      writes.push(() => doc.links.get(id)?.set('ends', ends.map(text)));
  }
  for (const { id, from, to } of projection.expectations.values()) {
    if ('node' in from && gone.has(from.node)) writes.push(() => doc.expect.get(id)?.set('from', text(from)));
    if ('node' in to && gone.has(to.node)) writes.push(() => doc.expect.get(id)?.set('to', text(to)));
  }
  return () => writes.forEach((write) => write());
}

/** What named nothing before may name a new node, or one of that name. */
export function resolveLoose(doc: LabDocument, names: NameIndex): void {
  for (const link of doc.links.values()) {
    const ends = (link.get('ends') as string[] | undefined) ?? [];
    const settled = ends.map((end) => names.settled(end));
    if (settled.some((end, index) => end !== ends[index])) link.set('ends', settled);
  }
  for (const one of doc.expect.values()) {
    for (const side of ['from', 'to']) {
      const stored = (one.get(side) as string | undefined) ?? '';
      const ref = decodeRef(stored);
      const settled = 'text' in ref ? encodeRef(names.resolve(ref.text)) : stored;
      if (settled !== stored) one.set(side, settled);
    }
  }
}
