/** Names that the editor gives by itself, and what a name may look like. */
import type { DocLink, DocNode, Projection } from './projection';
import type { NodeKind } from './topology';

const NODE_NAME = /^[a-z][a-z0-9-]{0,14}$/;
const INTERFACE_NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,14}$/;
const STEM: Record<NodeKind, string> = { host: 'h', router: 'r', switch: 'sw', internet: 'internet' };
const NAME_LIMIT = 15;

export function isNodeName(name: string): boolean {
  return NODE_NAME.test(name);
}

export function isInterfaceName(name: string): boolean {
  return INTERFACE_NAME.test(name);
}

export function takenNames(projection: Projection): Set<string> {
  return new Set([...projection.nodes.values()].map((node) => node.name));
}

/** The first of h1, h2, …; the first internet has no number, as there is seldom a second. */
export function freeNodeName(taken: ReadonlySet<string>, kind: NodeKind): string {
  const stem = STEM[kind];
  if (kind === 'internet' && !taken.has(stem)) return stem;
  return numbered(taken, stem, kind === 'internet' ? 2 : 1);
}

/** A name like the given one that nobody has: `web` gives `web2`, `h7` gives the next free h. */
export function similarName(taken: ReadonlySet<string>, name: string): string {
  if (!taken.has(name)) return name;
  const [, stem = name, digits] = /^(.*?)(\d*)$/.exec(name) ?? [];
  return numbered(taken, stem, digits ? Number(digits) + 1 : 2);
}

function numbered(taken: ReadonlySet<string>, stem: string, first: number): string {
  for (let number = first; ; number += 1) {
    const name = `${stem.slice(0, NAME_LIMIT - String(number).length)}${number}`;
    if (!taken.has(name)) return name;
  }
}

/** eth0, eth1, … on whatever has addresses; p1, p2, … on a switch. */
export function freeInterfaceName(node: Pick<DocNode, 'kind' | 'interfaces'>): string {
  const taken = new Set(node.interfaces.map((port) => port.name));
  return node.kind === 'switch' ? numbered(taken, 'p', 1) : numbered(taken, 'eth', 0);
}

/** The bridge device of a switch is called like its node; it is no port. */
export function isBridgeDevice(node: DocNode, name: string): boolean {
  return node.kind === 'switch' && node.name === name;
}

export function linkedInterfaces(links: Iterable<DocLink>): Set<string> {
  const ids = new Set<string>();
  for (const { ends } of links) {
    for (const end of ends) if ('node' in end && end.interface !== undefined) ids.add(end.interface);
  }
  return ids;
}

/** A drawn interface that still waits for its cable, which the next link takes. */
export function unlinkedInterface(node: DocNode, linked: ReadonlySet<string>): string | undefined {
  const free = node.interfaces.find((port) => {
    const cannot = port.name === 'lo' || isBridgeDevice(node, port.name);
    return !cannot && !linked.has(port.id);
  });
  return free?.id;
}
