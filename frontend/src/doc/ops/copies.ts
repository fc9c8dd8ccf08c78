/** Copies of a part of the drawing: what goes on the clipboard is a small document of its own. */
import { insertTopology } from '../fromTopology';
import type { LabDocument } from '../labDocument';
import { similarName, takenNames } from '../naming';
import type { Projection } from '../projection';
import { toTopology } from '../toTopology';
import type { InterfaceJson, NodeJson, WholeTopology } from '../topology';
import { nextOrder } from './nodes';

/** The chosen nodes, with the links and expectations that stay among them. */
export function copyNodes(projection: Projection, ids: ReadonlySet<string>): WholeTopology {
  const whole = toTopology(projection);
  const names = new Set([...ids].map((id) => projection.nodes.get(id)?.name));
  const inside = (text: string) => names.has(text.split(':')[0]);
  const pick = <Value>(from: Record<string, Value> = {}) =>
    Object.fromEntries(Object.entries(from).filter(([name]) => names.has(name)));
  return {
    version: whole.version,
    name: whole.name,
    nodes: pick(whole.nodes),
    links: (whole.links ?? []).filter(({ ends }) => ends.every(inside)),
    expect: (whole.expect ?? []).filter(({ from, to }) => inside(from) && inside(to)),
    layout: pick(whole.layout),
  };
}

/** Two nodes cannot have one address, so a copy's addresses are automatic ones; none stays none. */
function withoutAddresses(node: NodeJson): NodeJson {
  const { hostname, interfaces = {}, ...rest } = node;
  const ports = Object.entries(interfaces).map(([name, { addresses, mac, ...port }]) => {
    const kept: InterfaceJson = addresses?.length === 0 ? { ...port, addresses } : port;
    return [name, kept] as const;
  });
  return { ...rest, ...(ports.length > 0 && { interfaces: Object.fromEntries(ports) }) };
}

function renamed(part: WholeTopology, names: ReadonlyMap<string, string>): WholeTopology {
  const swap = (text: string) => {
    const [node = '', ...port] = text.split(':');
    return [names.get(node) ?? node, ...port].join(':');
  };
  const nodes = Object.entries(part.nodes).map(([name, node]) => {
    const bridge = node.interfaces?.[name];
    const { [name]: same, ...others } = node.interfaces ?? {};
    const interfaces = bridge ? { [swap(name)]: bridge, ...others } : node.interfaces;
    return [swap(name), withoutAddresses({ ...node, ...(interfaces && { interfaces }) })] as const;
  });
  return {
    ...part,
    nodes: Object.fromEntries(nodes),
    links: (part.links ?? []).map((link) => ({ ...link, ends: [swap(link.ends[0]), swap(link.ends[1])] })),
    expect: (part.expect ?? []).map((one) => ({ ...one, from: swap(one.from), to: swap(one.to) })),
  };
}

/** Puts a copy into the drawing under new names, moved by `shift`; returns the ids of its nodes. */
export function pasteNodes(doc: LabDocument, part: WholeTopology, shift: { x: number; y: number }): string[] {
  const taken = takenNames(doc.projection);
  const names = new Map<string, string>();
  for (const name of Object.keys(part.nodes)) {
    const free = similarName(taken, name);
    taken.add(free);
    names.set(name, free);
  }
  return doc.edit(() => {
    const first = Math.max(nextOrder(doc.nodes), nextOrder(doc.links), nextOrder(doc.expect));
    const made = insertTopology(doc, renamed(part, names), first);
    for (const [name, free] of names) {
      const id = made.nodes.get(free);
      const [x, y] = part.layout?.[name] ?? [0, 0];
      if (id !== undefined) doc.pos.set(id, [x + shift.x, y + shift.y]);
    }
    return [...made.nodes.values()];
  });
}
