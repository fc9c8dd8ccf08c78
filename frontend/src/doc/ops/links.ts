/** Edits of links and of the interfaces they end in. */
import * as Y from 'yjs';
import { element, interfacesOf } from '../fromTopology';
import type { LabDocument } from '../labDocument';
import { freeInterfaceName, linkedInterfaces, unlinkedInterface } from '../naming';
import { renamed } from '../references';
import { encodeRef, newId } from '../refs';
import { nextOrder, setField } from './fields';
import { addNode, dropBarePort, dropLink } from './nodes';
import { projectLink, projectNode } from '../projectElement';
import type { DocNode, Point } from '../projection';
import type { NodeKind } from '../topology';
import type { Element } from '../roots';

export interface LinkStart {
  node: string;
  /** Left out: an interface that waits for a cable, or a new one. */
  interface?: string | undefined;
  /** A new interface, though others wait for a cable. */
  fresh?: boolean;
}

/** Joins two nodes; returns nothing when a node is gone or both ends are the same one. */
export function addLink(doc: LabDocument, from: LinkStart, to: LinkStart): string | undefined {
  if (!doc.nodes.has(from.node) || !doc.nodes.has(to.node) || from.node === to.node) return undefined;
  const id = newId();
  doc.edit(() => {
    const ends = [from, to].map((end) => encodeRef({ node: end.node, interface: portFor(doc, end) }));
    const look = areAllAngled(doc) && { angled: true };
    doc.links.set(id, element(nextOrder(doc.links), { ends, ...look }));
  });
  return id;
}

/** A new link is drawn as the others are. */
function areAllAngled({ links }: LabDocument): boolean {
  return links.size > 0 && [...links.values()].every((link) => link.get('angled') === true);
}

/** What is dropped on empty space: a new node and its link, one step of undo. */
export function addLinkedNode(doc: LabDocument, from: LinkStart, kind: NodeKind, place: Point): string {
  return doc.edit(() => {
    const node = addNode(doc, kind, place);
    addLink(doc, from, { node });
    return node;
  });
}

function portFor(doc: LabDocument, { node: id, interface: wanted, fresh }: LinkStart): string {
  const node = nodeNow(doc, id);
  if (fresh) return newInterface(doc, node);
  const linked = linkedInterfaces([...doc.links].map(([link, one]) => projectLink(link, one)));
  const isFree = wanted !== undefined && !linked.has(wanted);
  if (isFree && node.interfaces.some((port) => port.id === wanted)) return wanted;
  return unlinkedInterface(node, linked) ?? newInterface(doc, node);
}

/** The node as it stands in the middle of a transaction, of which the projection knows nothing yet. */
function nodeNow(doc: LabDocument, id: string): DocNode {
  const found = doc.nodes.get(id);
  if (found === undefined) throw new Error(`There is no node ${id} to link.`);
  return projectNode(id, found);
}

function newInterface(doc: LabDocument, node: DocNode): string {
  const ports = interfacesOf(doc, node.id);
  const id = newId();
  ports.set(id, element(nextOrder(ports), { name: freeInterfaceName(node) }));
  return id;
}

export function removeLink(doc: LabDocument, id: string): void {
  doc.edit(() => dropLink(doc, id));
}

/** Plugs one end of a cable in elsewhere; the interface that was there for it alone goes. */
export function moveEnd(doc: LabDocument, id: string, index: 0 | 1, to: LinkStart): void {
  const link = doc.projection.links.get(id);
  const [from, other] = [link?.ends[index], link?.ends[1 - index]];
  if (!from || !other || !doc.nodes.has(to.node) || ('node' in other && other.node === to.node)) return;
  if ('node' in from && from.node === to.node && !to.fresh && to.interface === undefined) return;
  doc.edit(() => {
    const end = encodeRef({ node: to.node, interface: portFor(doc, to) });
    const ends = (doc.links.get(id)?.get('ends') as string[]).slice();
    ends[index] = end;
    doc.links.get(id)?.set('ends', ends);
    dropBarePort(doc, from);
  });
}

export function addInterface(doc: LabDocument, nodeId: string, name?: string): string | undefined {
  const node = doc.projection.nodes.get(nodeId);
  if (node === undefined) return undefined;
  const id = newId();
  doc.edit(() => {
    const ports = interfacesOf(doc, nodeId);
    const fields = { name: name ?? freeInterfaceName(node), $listed: true };
    ports.set(id, element(nextOrder(ports), fields));
  });
  return id;
}

function interfaceElement(doc: LabDocument, node: string, id: string): Element | undefined {
  return doc.nodes.has(node) ? interfacesOf(doc, node).get(id) : undefined;
}

export function renameInterface(doc: LabDocument, node: string, id: string, name: string): void {
  const before = doc.projection.nodes.get(node)?.interfaces.find((port) => port.id === id)?.name;
  doc.edit(() => {
    interfaceElement(doc, node, id)?.set('name', name);
    if (before !== undefined) renameWithin(doc, node, before, name);
  });
}

/** Devices, rules and services of the node that name the interface go on naming it. */
function renameWithin(doc: LabDocument, node: string, before: string, after: string): void {
  const found = doc.nodes.get(node);
  if (found === undefined) return;
  for (const holder of [found, ...interfacesOf(doc, node).values(), ...routesOf(doc, node)]) {
    for (const [field, value] of [...holder.entries()]) {
      if (value instanceof Y.AbstractType || typeof value === 'string') continue;
      const changed = renamed(value, before, after);
      if (changed !== value) holder.set(field, changed);
    }
  }
}

function routesOf(doc: LabDocument, node: string): Iterable<Element> {
  return (doc.nodes.get(node)?.get('routes') as Y.Map<Element>).values();
}

export type InterfaceField = 'addresses' | 'mac' | 'mtu' | 'up' | 'vlan' | 'trunk' | 'native' | 'device';

export type LinkField = 'cut' | 'impairment' | 'impairment_back' | 'label' | 'bends';

/** Values that follow each other closely, as from a slider, are one step of undo. */
export function setLinkField(doc: LabDocument, id: string, field: LinkField, value: unknown): void {
  doc.edit(() => setField(doc.links.get(id), field, value), `${id} ${field}`);
}

/** Where a cable passes; nowhere in particular is a straight one. */
export function setBends(doc: LabDocument, id: string, bends: readonly Point[]): void {
  const stored = bends.map(({ x, y }) => [Math.round(x), Math.round(y)]);
  setLinkField(doc, id, 'bends', stored.length > 0 ? stored : undefined);
}

/** Draws links in right angles; where all of them already are, as straight lines again. */
export function turnAngles(doc: LabDocument, ids: Iterable<string>): void {
  const links = [...ids].flatMap((id) => doc.links.get(id) ?? []);
  const angled = !links.every((link) => link.get('angled') === true);
  doc.edit(() => {
    for (const link of links) setField(link, 'angled', angled || undefined);
  });
}

export function setInterfaceField(
  doc: LabDocument,
  node: string,
  id: string,
  field: InterfaceField,
  value: unknown,
): void {
  setInterfaceFields(doc, node, id, { [field]: value });
}

/** Several fields at once, as those of a port that becomes a trunk. */
export function setInterfaceFields(
  doc: LabDocument,
  node: string,
  id: string,
  fields: Partial<Record<InterfaceField, unknown>>,
): void {
  doc.edit(() => {
    const port = interfaceElement(doc, node, id);
    for (const [field, value] of Object.entries(fields)) setField(port, field, value);
  });
}

/** Its link goes too. */
export function removeInterface(doc: LabDocument, node: string, id: string): void {
  doc.edit(() => {
    const end = encodeRef({ node, interface: id });
    for (const [link, one] of [...doc.links.entries()]) {
      if ((one.get('ends') as string[]).includes(end)) dropLink(doc, link);
    }
    interfacesOf(doc, node).delete(id);
  });
}
