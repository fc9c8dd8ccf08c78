/** One element of the Y.Doc as a plain value. */
import * as Y from 'yjs';
import { decodeLocal, decodeRef, type Ref } from './refs';
import type { DeviceJson, NodeKind, Outcome, ShapeColor, ShapeKind, SwitchPlace } from './topology';
import type { Element } from './roots';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface DocInterface {
  readonly id: string;
  readonly order: number;
  readonly name: string;
  /** Written under its node even when nothing is set. */
  readonly listed: boolean;
  readonly addresses?: readonly string[];
  readonly mac?: string;
  readonly mtu?: number;
  readonly up?: boolean;
  readonly vlan?: number;
  readonly trunk?: readonly (number | string)[];
  readonly native?: number;
  readonly device?: DeviceJson;
  /** Every field of the document, including those that are not edited here. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface DocRoute {
  readonly id: string;
  readonly order: number;
  readonly destination: string;
  readonly gateway?: string;
  /** Name of the interface, resolved. */
  readonly interface?: string;
  readonly metric?: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface DocNode {
  readonly id: string;
  readonly order: number;
  readonly name: string;
  readonly kind: NodeKind;
  readonly hostname?: string;
  readonly forwarding?: boolean;
  /** Names of the interfaces, resolved. */
  readonly masquerade?: readonly string[];
  readonly stp?: boolean;
  readonly loop?: 'refused' | 'allowed';
  readonly vlan_filtering?: boolean;
  readonly vlan_protocol?: '802.1Q' | '802.1ad';
  readonly at?: SwitchPlace;
  readonly interfaces: readonly DocInterface[];
  readonly routes: readonly DocRoute[];
  readonly fields: Readonly<Record<string, unknown>>;
}

export type LinkEnd = Ref;

export interface DocLink {
  readonly id: string;
  readonly order: number;
  readonly ends: readonly [LinkEnd, LinkEnd];
  readonly label?: string;
  readonly bends: readonly Point[];
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface DocExpectation {
  readonly id: string;
  readonly order: number;
  readonly from: Ref;
  readonly to: Ref;
  readonly probe: string;
  readonly outcome: Outcome;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface DocShape {
  readonly id: string;
  readonly order: number;
  readonly kind: ShapeKind;
  readonly text: string;
  readonly color: ShapeColor;
  /** Left upper corner and size of a note or region. */
  readonly at: Point;
  readonly size: Size;
  /** Ids of a group's nodes; one that somebody has just removed may be among them. */
  readonly members: readonly string[];
  /** Names in a group that no node has. */
  readonly strangers: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a comment is about: an element, or a place of the canvas. */
export type CommentTarget = { node: string } | { link: string } | { x: number; y: number };

export interface DocReply {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly at_ms: number;
}

export interface DocComment extends DocReply {
  readonly order: number;
  readonly target: CommentTarget;
  readonly resolved: boolean;
  readonly replies: readonly DocReply[];
}

/** What an element holds for our own use; everything else in it is a field of the document. */
const OWN = new Set(['name', '$order', '$listed', 'interfaces', 'routes']);

/** Places first, then ids: two people who add at the same moment see the same order. */
export function byOrder(a: { order: number; id: string }, b: { order: number; id: string }): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}

function fieldsOf(element: Element): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [field, value] of element.entries()) if (!OWN.has(field)) fields[field] = value;
  return fields;
}

function orderOf(element: Element): number {
  return (element.get('$order') as number | undefined) ?? 0;
}

function children<Value extends { order: number; id: string }>(
  element: Element,
  key: string,
  project: (id: string, child: Element) => Value,
): Value[] {
  const map = element.get(key);
  if (!(map instanceof Y.Map)) return [];
  const found = [...(map as Y.Map<Element>).entries()].map(([id, child]) => project(id, child));
  return found.sort(byOrder);
}

function projectInterface(id: string, element: Element): DocInterface {
  const fields = fieldsOf(element);
  return {
    ...fields,
    id,
    order: orderOf(element),
    name: (element.get('name') as string | undefined) ?? '',
    listed: element.get('$listed') === true,
    fields,
  };
}

/** The name an interface goes by in this node; nothing when it was removed meanwhile. */
function localName(interfaces: readonly DocInterface[], stored: string): string | undefined {
  const ref = decodeLocal(stored);
  return 'text' in ref ? ref.text : interfaces.find((one) => one.id === ref.id)?.name;
}

function projectRoute(interfaces: readonly DocInterface[], id: string, element: Element): DocRoute {
  const { interface: stored, ...rest } = fieldsOf(element);
  const name = typeof stored === 'string' ? localName(interfaces, stored) : undefined;
  const fields = name === undefined ? rest : { ...rest, interface: name };
  return { destination: '', ...fields, id, order: orderOf(element), fields };
}

export function projectNode(id: string, element: Element): DocNode {
  const interfaces = children(element, 'interfaces', projectInterface);
  const { masquerade, ...rest } = fieldsOf(element);
  const fields: Record<string, unknown> = rest;
  if (Array.isArray(masquerade)) {
    const names = (masquerade as string[]).map((stored) => localName(interfaces, stored));
    fields.masquerade = names.filter((name) => name !== undefined);
  }
  return {
    kind: 'host',
    ...fields,
    id,
    order: orderOf(element),
    name: (element.get('name') as string | undefined) ?? '',
    interfaces,
    routes: children(element, 'routes', (routeId, route) => projectRoute(interfaces, routeId, route)),
    fields,
  };
}

export function projectLink(id: string, element: Element): DocLink {
  const { ends, ...fields } = fieldsOf(element);
  const [left = '', right = ''] = Array.isArray(ends) ? (ends as string[]) : [];
  const label = typeof fields.label === 'string' ? { label: fields.label } : {};
  const bends = projectBends(fields.bends);
  return { id, order: orderOf(element), ends: [decodeRef(left), decodeRef(right)], ...label, bends, fields };
}

/** One object for all links without bends. */
const NO_BENDS: readonly Point[] = [];

function projectBends(stored: unknown): readonly Point[] {
  if (!Array.isArray(stored) || stored.length === 0) return NO_BENDS;
  return (stored as [number, number][]).map(([x, y]) => ({ x, y }));
}

export function projectShape(id: string, element: Element): DocShape {
  const { members, ...fields } = fieldsOf(element);
  const refs = (Array.isArray(members) ? (members as string[]) : []).map(decodeRef);
  const [x, y] = (fields.at as [number, number] | undefined) ?? [0, 0];
  const [width, height] = (fields.size as [number, number] | undefined) ?? [0, 0];
  return {
    id,
    order: orderOf(element),
    kind: (fields.kind as ShapeKind | undefined) ?? 'note',
    text: (fields.text as string | undefined) ?? '',
    color: (fields.color as ShapeColor | undefined) ?? 'grey',
    at: { x, y },
    size: { width, height },
    members: refs.flatMap((ref) => ('node' in ref ? [ref.node] : [])),
    strangers: refs.flatMap((ref) => ('text' in ref ? [ref.text] : [])),
    fields,
  };
}

export function projectExpectation(id: string, element: Element): DocExpectation {
  const { from, to, ...fields } = fieldsOf(element);
  return {
    probe: 'ping',
    outcome: 'reached',
    ...fields,
    id,
    order: orderOf(element),
    from: decodeRef(typeof from === 'string' ? from : ''),
    to: decodeRef(typeof to === 'string' ? to : ''),
    fields,
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (Number.isFinite(value) ? (value as number) : 0);

function projectTarget(stored: unknown): CommentTarget {
  if (Array.isArray(stored)) return { x: number(stored[0]), y: number(stored[1]) };
  const [kind, id = ''] = text(stored).split(':');
  return kind === 'link' ? { link: id } : { node: id };
}

function projectReply(id: string, element: Element): DocReply {
  const [author, said] = [text(element.get('author')), text(element.get('text'))];
  return { id, author, text: said, at_ms: number(element.get('at_ms')) };
}

export function projectComment(id: string, element: Element): DocComment {
  const reply = projectReply(id, element);
  const map = element.get('replies');
  const replies =
    map instanceof Y.Map ? [...(map as Y.Map<Element>)].map(([key, one]) => projectReply(key, one)) : [];
  return {
    ...reply,
    order: reply.at_ms,
    target: projectTarget(element.get('target')),
    resolved: element.get('resolved') === true,
    replies: replies.sort((a, b) => a.at_ms - b.at_ms || (a.id < b.id ? -1 : 1)),
  };
}
