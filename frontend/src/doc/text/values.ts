/** Plain values of a document, as YAML and JSON have them. */

export type Json = string | number | boolean | null | undefined | readonly Json[] | JsonMap;
export interface JsonMap {
  readonly [key: string]: Json;
}

export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** A value where a name is expected. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** Whether two values say the same; a key without a value counts as left out, the order of keys does not count. */
export function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, index) => same(item, right[index]));
  }
  if (!isMap(left) || !isMap(right)) return false;
  const keys = Object.keys(left).filter((key) => left[key] !== undefined);
  const others = Object.keys(right).filter((key) => right[key] !== undefined);
  return (
    keys.length === others.length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]))
  );
}

/** The short forms of a document written out: a node that is a word is its kind, a link that is a text has two ends. */
export function canonical(values: JsonMap): JsonMap {
  const nodes = new Map(
    Object.entries(isMap(values.nodes) ? values.nodes : {}).map(([k, v]) => [k, wholeNode(v)]),
  );
  const links = isList(values.links) ? values.links.map((link) => wholeLink(link, nodes)) : values.links;
  return {
    ...values,
    ...(values.nodes !== undefined && {
      nodes: isMap(values.nodes) ? Object.fromEntries(nodes) : values.nodes,
    }),
    ...(values.links !== undefined && { links }),
  };
}

function wholeNode(value: Json): Json {
  if (typeof value === 'string') return { kind: value };
  return value ?? {};
}

/** The addresses in a short link belong to the interfaces of its nodes. */
function wholeLink(link: Json, nodes: Map<string, Json>): Json {
  if (typeof link !== 'string') return link;
  const ends = link.split('--').map((half) => half.trim().split(/\s+/));
  for (const [end = '', ...addresses] of ends) if (addresses.length > 0) giveAddresses(nodes, end, addresses);
  return { ends: ends.map(([end = '']) => end) };
}

function giveAddresses(nodes: Map<string, Json>, end: string, addresses: readonly string[]): void {
  const [name = '', port = ''] = end.split(':');
  const node = nodes.get(name);
  if (!isMap(node)) return;
  const ports = isMap(node.interfaces) ? node.interfaces : {};
  const said = isMap(ports[port]) ? ports[port] : {};
  const before = isList(said.addresses) ? said.addresses : [];
  const interfaces = { ...ports, [port]: { ...said, addresses: [...before, ...addresses] } };
  nodes.set(name, { ...node, interfaces });
}

/** Whether a link in its short form gives addresses to an interface of which `isChanged` is true. */
export function givesAddressesTo(link: string, isChanged: (node: string, port: string) => boolean): boolean {
  return link.split('--').some((half) => {
    const [end = '', ...addresses] = half.trim().split(/\s+/);
    const [node = '', port = ''] = end.split(':');
    return addresses.length > 0 && isChanged(node, port);
  });
}
