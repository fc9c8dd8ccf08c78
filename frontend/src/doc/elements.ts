/** Between the paths the server speaks in (`nodes/h1/routes/0`, `links/3`) and the ids of elements. */
import type { DocNode, Projection } from './projection';
import { writtenExpectations, writtenLinks } from './toTopology';

export type ElementId =
  | { type: 'lab' }
  | { type: 'node'; node: string }
  | { type: 'interface'; node: string; interface: string }
  | { type: 'route'; node: string; route: string }
  | { type: 'entry'; node: string; list: NodeList; index: number }
  | { type: 'setting'; node: string; field: NodeSetting }
  | { type: 'link'; link: string }
  | { type: 'expectation'; expectation: string }
  | { type: 'shape'; shape: string };

/** What a node has several of, in order, each with fields of its own. */
export const NODE_LISTS = ['policies', 'neighbours', 'rules', 'services'] as const;
export type NodeList = (typeof NODE_LISTS)[number];

/** Settings of a node that stand apart from its other fields. */
const NODE_SETTINGS = ['resolver', 'sysctls', 'ruleset'] as const;
export type NodeSetting = (typeof NODE_SETTINGS)[number];

const LAB: ElementId = { type: 'lab' };

/** The element at a path; the nearest one above it that exists, so that nothing is ever said nowhere. */
export function elementAt(projection: Projection, path: string): ElementId {
  const [section, key = '', part, ...rest] = path.split('/');
  if (section === 'links') return linkAt(projection, Number(key));
  if (section === 'expect') return expectationAt(projection, Number(key));
  if (section === 'shapes') return shapeAt(projection, Number(key));
  if (section !== 'nodes' && section !== 'layout') return LAB;
  const node = [...projection.nodes.values()].find((one) => one.name === key);
  if (node === undefined) return LAB;
  const inner = rest[0] ?? '';
  const port = part === 'interfaces' && node.interfaces.find((one) => one.name === inner);
  if (port) return { type: 'interface', node: node.id, interface: port.id };
  const route = part === 'routes' ? node.routes[Number(inner)] : undefined;
  if (route) return { type: 'route', node: node.id, route: route.id };
  const setting = NODE_SETTINGS.find((one) => one === part);
  if (setting) return { type: 'setting', node: node.id, field: setting };
  return entryAt(node, part, Number(inner)) ?? { type: 'node', node: node.id };
}

function entryAt(node: DocNode, part: string | undefined, index: number): ElementId | undefined {
  const list = NODE_LISTS.find((one) => one === part);
  if (list === undefined) return undefined;
  const entries = node.fields[list];
  const isThere = Array.isArray(entries) && index in entries;
  return isThere ? { type: 'entry', node: node.id, list, index } : undefined;
}

function linkAt(projection: Projection, index: number): ElementId {
  const link = writtenLinks(projection)[index];
  return link ? { type: 'link', link: link.id } : LAB;
}

function expectationAt(projection: Projection, index: number): ElementId {
  const one = writtenExpectations(projection)[index];
  return one ? { type: 'expectation', expectation: one.id } : LAB;
}

function shapeAt(projection: Projection, index: number): ElementId {
  const id = [...projection.shapes.keys()][index];
  return id === undefined ? LAB : { type: 'shape', shape: id };
}

/** Ids of the links in the order the server numbers them. */
export function linkIds(projection: Projection): string[] {
  return writtenLinks(projection).map((link) => link.id);
}

export function nodeIdByName(projection: Projection): Map<string, string> {
  return new Map([...projection.nodes.values()].map((node) => [node.name, node.id]));
}
