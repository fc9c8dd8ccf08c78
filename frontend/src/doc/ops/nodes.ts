/** Edits of nodes. Each exported function is one transaction and one step of undo. */
import * as Y from 'yjs';
import { element, interfacesOf } from '../fromTopology';
import type { LabDocument } from '../labDocument';
import { freeNodeName, isBridgeDevice } from '../naming';
import type { NodeList } from '../elements';
import type { DocLink, Point } from '../projection';
import { decodeRef, newId, type Ref } from '../refs';
import type { NodeKind } from '../topology';
import type { Element } from '../roots';
import { nextOrder, setField } from './fields';
import { leaveGroups } from './shapes';
export function addNode(doc: LabDocument, kind: NodeKind, place: Point): string {
  const id = newId();
  doc.edit(() => {
    const taken = new Set([...doc.nodes.values()].map((node) => node.get('name') as string));
    const name = freeNodeName(taken, kind);
    const made = element(nextOrder(doc.nodes), { kind, name });
    made.set('interfaces', new Y.Map<Element>());
    made.set('routes', new Y.Map<Element>());
    doc.nodes.set(id, made);
    doc.pos.set(id, [place.x, place.y]);
  });
  return id;
}

/** The bridge device of a switch is renamed along with it. */
export function renameNode(doc: LabDocument, id: string, name: string): void {
  const node = doc.projection.nodes.get(id);
  if (node === undefined || node.name === name) return;
  const bridge = node.interfaces.find((port) => isBridgeDevice(node, port.name));
  doc.edit(() => {
    doc.nodes.get(id)?.set('name', name);
    if (bridge) interfacesOf(doc, id).get(bridge.id)?.set('name', name);
  });
}

export type NodeField =
  | 'hostname'
  | 'forwarding'
  | 'stp'
  | 'loop'
  | 'vlan_filtering'
  | 'vlan_protocol'
  | 'at'
  | NodeList
  | 'policy'
  | 'ruleset'
  | 'sysctls'
  | 'resolver';

export function setNodeField(doc: LabDocument, id: string, field: NodeField, value: unknown): void {
  doc.edit(() => setField(doc.nodes.get(id), field, value));
}

/** Interfaces whose traffic leaves under their own address. */
export function setMasquerade(doc: LabDocument, id: string, interfaces: readonly string[]): void {
  const node = doc.projection.nodes.get(id);
  const stored = interfaces.map((name) => {
    const port = node?.interfaces.find((one) => one.name === name);
    return port ? `#${port.id}` : name;
  });
  doc.edit(() => setField(doc.nodes.get(id), 'masquerade', stored.length > 0 ? stored : undefined));
}

const ONE_KINDS_FIELDS = ['forwarding', 'stp', 'loop', 'vlan_filtering', 'vlan_protocol', 'at'];

/** What only the old kind has goes; interfaces, routes and links stay. */
export function changeKind(doc: LabDocument, id: string, kind: NodeKind): void {
  doc.edit(() => {
    const node = doc.nodes.get(id);
    for (const field of ONE_KINDS_FIELDS) node?.delete(field);
    node?.set('kind', kind);
  });
}

/**
 * One transaction for everything that was dropped, nodes, notes and regions; the frames of the drag are nobody's business.
 * The bends of a link between two nodes that move alike come along.
 */
export function moveNodes(doc: LabDocument, places: ReadonlyMap<string, Point>, gesture?: string): void {
  doc.edit(() => {
    moveBends(doc, places);
    for (const [id, { x, y }] of places) {
      if (doc.nodes.has(id)) doc.pos.set(id, [x, y]);
      else doc.shapes.get(id)?.set('at', [Math.round(x), Math.round(y)]);
    }
  }, gesture);
}

function moveBends(doc: LabDocument, places: ReadonlyMap<string, Point>): void {
  for (const link of doc.projection.links.values()) {
    if (link.bends.length === 0) continue;
    const by = commonShift(link, doc.projection.positions, places);
    if (by === undefined || !doc.links.has(link.id)) continue;
    doc.links.get(link.id)?.set(
      'bends',
      link.bends.map(({ x, y }) => [Math.round(x + by.x), Math.round(y + by.y)]),
    );
  }
}

/** How far both ends of a link move; nothing when they part. */
export function commonShift(
  { ends }: DocLink,
  before: ReadonlyMap<string, Point>,
  after: ReadonlyMap<string, Point>,
): Point | undefined {
  const [left, right] = ends.map((end) => {
    const [from, to] = 'node' in end ? [before.get(end.node), after.get(end.node)] : [];
    return from && to && { x: to.x - from.x, y: to.y - from.y };
  });
  return left !== undefined && left.x === right?.x && left.y === right.y ? left : undefined;
}

function refersTo(stored: unknown, nodes: ReadonlySet<string>): boolean {
  if (typeof stored !== 'string') return false;
  const ref = decodeRef(stored);
  return 'node' in ref && nodes.has(ref.node);
}

/** Links and expectations that name a removed node go with it. */
export function removeElements(
  doc: LabDocument,
  {
    nodes = [],
    links = [],
    shapes = [],
  }: { nodes?: Iterable<string>; links?: Iterable<string>; shapes?: Iterable<string> },
): void {
  const gone = new Set(nodes);
  doc.edit(() => {
    for (const [id, link] of [...doc.links.entries()]) {
      if ((link.get('ends') as string[]).some((end) => refersTo(end, gone))) dropLink(doc, id);
    }
    for (const id of links) dropLink(doc, id);
    for (const id of shapes) doc.shapes.delete(id);
    leaveGroups(doc, gone);
    for (const [id, one] of [...doc.expect.entries()]) {
      if (refersTo(one.get('from'), gone) || refersTo(one.get('to'), gone)) doc.expect.delete(id);
    }
    for (const id of gone) {
      doc.nodes.delete(id);
      doc.pos.delete(id);
    }
  });
}

/** An interface that was there for its link alone goes with the link. */
export function dropLink(doc: LabDocument, id: string): void {
  const link = doc.links.get(id);
  if (link === undefined) return;
  const ends = (link.get('ends') as string[]).map(decodeRef);
  doc.links.delete(id);
  for (const end of ends) dropBarePort(doc, end);
}

export function dropBarePort(doc: LabDocument, end: Ref): void {
  if (!('node' in end) || end.interface === undefined || !doc.nodes.has(end.node)) return;
  const ports = interfacesOf(doc, end.node);
  const port = ports.get(end.interface);
  if (port && isBare(port)) ports.delete(end.interface);
}

function isBare(port: Element): boolean {
  return [...port.keys()].every((field) => field === 'name' || field === '$order');
}
