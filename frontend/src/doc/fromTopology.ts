/** Document JSON to Y.Doc, keeping order and every field. */
import * as Y from 'yjs';
import { LOADED, LabDocument } from './labDocument';
import { encodeLocal, encodeRef, newId, type Ref } from './refs';
import type { InterfaceJson, NodeJson, RouteJson, TopologyJson } from './topology';
import type { Element } from './roots';

export function element(order: number, fields: Readonly<Record<string, unknown>>): Element {
  const made = new Y.Map<unknown>();
  made.set('$order', order);
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) made.set(field, value);
  return made;
}

/** Ids by name while a topology is put in; a name that stands for nothing drawn stays text. */
export class Names {
  readonly nodes = new Map<string, string>();
  readonly interfaces = new Map<string, Map<string, string>>();

  /** Reads `node`, `node:interface`, or anything else. */
  resolve(text: string): Ref {
    const [name = '', port, ...more] = text.split(':');
    const node = this.nodes.get(name);
    if (node === undefined || more.length > 0) return { text };
    if (port === undefined) return { node };
    const found = this.interfaces.get(node)?.get(port);
    return found === undefined ? { text } : { node, interface: found };
  }

  local(node: string, name: string): string {
    const id = this.interfaces.get(node)?.get(name);
    return id === undefined ? name : encodeLocal(id);
  }
}

/** Puts a whole drawing into the document, beside what is there; returns the ids of its nodes by name. */
export function insertTopology(doc: LabDocument, topology: TopologyJson, firstOrder = 0): Names {
  const names = new Names();
  const nodes = Object.entries(topology.nodes ?? {});
  nodes.forEach(([name, node], index) => insertNode(doc, names, name, node, firstOrder + index));
  for (const link of topology.links ?? []) for (const end of link.ends) ensureInterface(doc, names, end);
  for (const [name, node] of nodes) insertReferences(doc, names, name, node);
  topology.links?.forEach(({ ends, ...fields }, index) => {
    const refs = ends.map((end) => encodeRef(names.resolve(end)));
    doc.links.set(newId(), element(firstOrder + index, { ...fields, ends: refs }));
  });
  topology.expect?.forEach(({ from, to, ...fields }, index) => {
    const refs = { from: encodeRef(names.resolve(from)), to: encodeRef(names.resolve(to)) };
    doc.expect.set(newId(), element(firstOrder + index, { ...fields, ...refs }));
  });
  topology.shapes?.forEach(({ members, ...fields }, index) => {
    const refs = members?.map((name) => encodeRef(names.resolve(name)));
    doc.shapes.set(newId(), element(firstOrder + index, { ...fields, members: refs }));
  });
  return names;
}

function insertNode(doc: LabDocument, names: Names, name: string, node: NodeJson, order: number): void {
  const id = newId();
  const { interfaces = {}, routes, masquerade, ...fields } = node;
  const made = element(order, { ...fields, name });
  const ports = new Y.Map<Element>();
  const ids = new Map<string, string>();
  Object.entries(interfaces).forEach(([port, settings], index) => {
    const portId = newId();
    ids.set(port, portId);
    ports.set(portId, interfaceElement(index, port, settings));
  });
  made.set('interfaces', ports);
  made.set('routes', new Y.Map<Element>());
  doc.nodes.set(id, made);
  names.nodes.set(name, id);
  names.interfaces.set(id, ids);
}

function interfaceElement(order: number, name: string, settings: InterfaceJson): Element {
  return element(order, { ...settings, name, $listed: true });
}

/** An interface that only a link names gets its place too. */
function ensureInterface(doc: LabDocument, names: Names, end: string): void {
  const [name = '', port, ...more] = end.split(':');
  const node = names.nodes.get(name);
  if (node === undefined || port === undefined || more.length > 0) return;
  const ids = names.interfaces.get(node);
  if (ids === undefined || ids.has(port)) return;
  const id = newId();
  interfacesOf(doc, node).set(id, element(ids.size, { name: port }));
  ids.set(port, id);
}

/** Routes and masquerade name interfaces, so they come after all of these. */
function insertReferences(doc: LabDocument, names: Names, name: string, node: NodeJson): void {
  const id = names.nodes.get(name);
  const made = id === undefined ? undefined : doc.nodes.get(id);
  if (id === undefined || made === undefined) return;
  const routes = made.get('routes') as Y.Map<Element>;
  node.routes?.forEach((route, index) => routes.set(newId(), routeElement(names, id, route, index)));
  if (node.masquerade)
    made.set(
      'masquerade',
      node.masquerade.map((port) => names.local(id, port)),
    );
}

function routeElement(names: Names, node: string, route: RouteJson, order: number): Element {
  const via = route.interface === undefined ? {} : { interface: names.local(node, route.interface) };
  return element(order, { ...route, ...via });
}

export function interfacesOf(doc: LabDocument, node: string): Y.Map<Element> {
  return doc.nodes.get(node)?.get('interfaces') as Y.Map<Element>;
}

/** Opens a drawing; nothing of this can be undone. */
export function fromTopology(topology: TopologyJson): LabDocument {
  const ydoc = new Y.Doc();
  const doc = new LabDocument(ydoc);
  const { nodes, links, expect, shapes, layout = {}, ...meta } = topology;
  ydoc.transact(() => {
    for (const [field, value] of Object.entries(meta)) doc.meta.set(field, value);
    const names = insertTopology(doc, topology);
    for (const [name, place] of Object.entries(layout)) {
      const id = names.nodes.get(name);
      if (id !== undefined) doc.pos.set(id, place);
    }
  }, LOADED);
  return doc;
}
