/** Copies of a part of the drawing: what goes on the clipboard is a small document of its own. */
import { insertTopology } from '../fromTopology';
import type { LabDocument } from '../labDocument';
import { similarName, takenNames } from '../naming';
import type { Projection } from '../projection';
import { toTopology } from '../toTopology';
import type { LinkJson, NodeJson, RouteJson, ShapeJson, WholeTopology } from '../topology';
import { addressesOf, freshAddresses, readdressedPort } from './copiedAddresses';
import { nextOrder } from './fields';

/** The chosen nodes and shapes, with the links, expectations and groups that stay among them. */
export function copyNodes(
  projection: Projection,
  ids: ReadonlySet<string>,
  shapes: ReadonlySet<string> = new Set(),
): WholeTopology {
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
    ...copiedShapes(projection, whole, ids, shapes),
  };
}

function copiedShapes(
  projection: Projection,
  whole: WholeTopology,
  nodes: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
): Pick<WholeTopology, 'shapes'> {
  const shapes = [...projection.shapes.values()].flatMap((shape, index) => {
    const isWhole = shape.members.length > 0 && shape.members.every((id) => nodes.has(id));
    const taken = shape.kind === 'group' ? isWhole : chosen.has(shape.id);
    return taken ? (whole.shapes?.[index] ?? []) : [];
  });
  return shapes.length > 0 ? { shapes } : {};
}

/** Two nodes cannot have one address: those that are taken change, and routes of the copy with them. */
function readdressed(node: NodeJson, fresh: ReadonlyMap<string, string>): NodeJson {
  const { hostname, interfaces = {}, routes, ...rest } = node;
  const ports = Object.entries(interfaces).map(
    ([name, port]) => [name, readdressedPort(port, fresh)] as const,
  );
  const led = routes?.map(({ gateway, ...route }): RouteJson => {
    return gateway === undefined ? route : { ...route, gateway: fresh.get(gateway) ?? gateway };
  });
  return {
    ...rest,
    ...(ports.length > 0 && { interfaces: Object.fromEntries(ports) }),
    ...(led && { routes: led }),
  };
}

interface Changes {
  names: ReadonlyMap<string, string>;
  addresses: ReadonlyMap<string, string>;
  shift: { x: number; y: number };
}

function renamed(part: WholeTopology, { names, addresses, shift }: Changes): WholeTopology {
  const swap = (text: string) => {
    const [node = '', ...port] = text.split(':');
    return [names.get(node) ?? node, ...port].join(':');
  };
  const nodes = Object.entries(part.nodes).map(([name, node]) => {
    const bridge = node.interfaces?.[name];
    const { [name]: same, ...others } = node.interfaces ?? {};
    const interfaces = bridge ? { [swap(name)]: bridge, ...others } : node.interfaces;
    return [swap(name), readdressed({ ...node, ...(interfaces && { interfaces }) }, addresses)] as const;
  });
  return {
    ...part,
    nodes: Object.fromEntries(nodes),
    links: (part.links ?? []).map((link): LinkJson => ({
      ...link,
      ends: [swap(link.ends[0]), swap(link.ends[1])],
      ...(link.bends && { bends: link.bends.map(([x, y]) => [x + shift.x, y + shift.y] as const) }),
    })),
    shapes: (part.shapes ?? []).map(({ at, members, ...shape }): ShapeJson => ({
      ...shape,
      ...(at && { at: [at[0] + shift.x, at[1] + shift.y] }),
      ...(members && { members: members.map(swap) }),
    })),
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
  const inUse = [...doc.projection.nodes.values()].flatMap((node) =>
    node.interfaces.flatMap((port) => port.addresses ?? []),
  );
  const addresses = freshAddresses(addressesOf(part.nodes), inUse);
  return doc.edit(() => {
    const maps = [doc.nodes, doc.links, doc.expect, doc.shapes];
    const made = insertTopology(
      doc,
      renamed(part, { names, addresses, shift }),
      Math.max(...maps.map(nextOrder)),
    );
    for (const [name, free] of names) {
      const id = made.nodes.get(free);
      const [x, y] = part.layout?.[name] ?? [0, 0];
      if (id !== undefined) doc.pos.set(id, [x + shift.x, y + shift.y]);
    }
    return [...made.nodes.values()];
  });
}
