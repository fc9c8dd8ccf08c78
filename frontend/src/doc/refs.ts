/**
 * How one part of the document names another: `#node`, `#node/interface` by id, so that a rename touches nothing else.
 * What names nothing in the document (an address, a node that is not drawn) stays the text it was.
 */
export type Ref = { node: string; interface?: string } | { text: string };

export function encodeRef(ref: Ref): string {
  if ('text' in ref) return ref.text;
  return ref.interface === undefined ? `#${ref.node}` : `#${ref.node}/${ref.interface}`;
}

export function decodeRef(stored: string): Ref {
  if (!stored.startsWith('#')) return { text: stored };
  const [node = '', port] = stored.slice(1).split('/');
  return port === undefined ? { node } : { node, interface: port };
}

/** An interface of the same node, in routes and masquerade: `#id`, or its plain name where no such interface is there. */
export function encodeLocal(id: string): string {
  return `#${id}`;
}

export function decodeLocal(stored: string): { id: string } | { text: string } {
  return stored.startsWith('#') ? { id: stored.slice(1) } : { text: stored };
}

/** Short random ids: 12 characters of base 36 are enough for a lab edited by a class. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}
