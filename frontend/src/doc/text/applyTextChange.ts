/** Writes what changed in the text into the document: one transaction, and nothing else is touched. */
import * as Y from 'yjs';
import { element, interfacesOf } from '../fromTopology';
import { TYPED, type LabDocument } from '../labDocument';
import { nextOrder, setField } from '../ops/fields';
import { dropLink } from '../ops/nodes';
import { freePlace } from '../place';
import { newId } from '../refs';
import { alignValues } from './align';
import { lineDiff } from './lineDiff';
import { NameIndex, loosened, resolveLoose } from './nameIndex';
import { putOrder } from './order';
import type { ItemChange, NodeChange, TextChange } from './textChange';
import { isList, isMap, same, textOf, type Json, type JsonMap } from './values';
import type { Element } from '../roots';

/** A burst of typing is one step of undo; the text goes with it, so that its comments come back too. */
export function applyTextChange(doc: LabDocument, change: TextChange | null, text: string): void {
  doc.edit(
    () => {
      if (change !== null) applyChange(doc, change);
      putSource(doc, text);
    },
    'text',
    TYPED,
  );
}

function putSource({ source }: LabDocument, text: string): void {
  for (const { from, to, insert } of lineDiff(source.toJSON(), text).reverse()) {
    if (to > from) source.delete(from, to - from);
    if (insert !== '') source.insert(from, insert);
  }
}

export function applyChange(doc: LabDocument, change: TextChange): void {
  for (const [field, value] of change.meta) setField(doc.meta, field, value);
  const loose = loosened(doc, new Set(change.removedNodes));
  for (const id of change.removedNodes) {
    doc.nodes.delete(id);
    doc.pos.delete(id);
  }
  loose();
  const made = change.nodes.filter((one) => one.id === undefined || !doc.nodes.has(one.id));
  for (const node of change.nodes) putNode(doc, node, made.includes(node));
  const names = new NameIndex(doc);
  for (const node of change.nodes) putReferences(doc, names, node);
  if (change.links) putItems(doc, names, 'links', change.links);
  if (change.expect) putItems(doc, names, 'expect', change.expect);
  if (change.shapes) putItems(doc, names, 'shapes', change.shapes);
  if (change.nodes.length > 0 || change.removedNodes.length > 0) resolveLoose(doc, names);
  if (change.nodeOrder)
    putOrder(
      doc.nodes,
      change.nodeOrder.flatMap((name) => names.nodes.get(name) ?? []),
    );
  putLayout(doc, names, change, made);
}

function putNode(doc: LabDocument, change: NodeChange, isNew: boolean): void {
  const before = isNew ? {} : change.before;
  const id = isNew ? newId() : (change.id ?? newId());
  if (isNew) doc.nodes.set(id, emptyNode(doc, change.name));
  const node = doc.nodes.get(id);
  if (node === undefined) return;
  if (node.get('name') !== change.name) node.set('name', change.name);
  putFields(node, before, change.after, OWN_OF_NODE);
  const [was, is] = [before.interfaces, change.after.interfaces].map((value) => (isMap(value) ? value : {}));
  putInterfaces(interfacesOf(doc, id), was ?? {}, is ?? {});
}

const OWN_OF_NODE = new Set(['interfaces', 'routes', 'masquerade', 'name']);

function emptyNode(doc: LabDocument, name: string): Element {
  const made = element(nextOrder(doc.nodes), { name });
  made.set('interfaces', new Y.Map<Element>());
  made.set('routes', new Y.Map<Element>());
  return made;
}

function putFields(target: Element, before: JsonMap, after: JsonMap, own: ReadonlySet<string>): void {
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (own.has(field) || field.startsWith('$') || same(before[field], after[field])) continue;
    setField(target, field, after[field]);
  }
}

const NAME_ALONE = new Set(['name']);

/** An interface that is called otherwise at the same place stays the one it was, with its cable. */
function putInterfaces(ports: Y.Map<Element>, before: JsonMap, after: JsonMap): void {
  const byName = new Map([...ports.entries()].map(([id, port]) => [port.get('name') as string, id]));
  const gone = Object.keys(before).filter((name) => !(name in after));
  const come = Object.keys(after).filter((name) => !(name in before));
  const [from = ''] = gone;
  const [to = ''] = come;
  const isRename = gone.length === 1 && come.length === 1 && same(before[from], after[to]) && !byName.has(to);
  for (const name of gone) {
    const id = byName.get(name);
    if (id === undefined) continue;
    if (isRename) ports.get(id)?.set('name', to);
    else ports.delete(id);
  }
  for (const [name, value] of Object.entries(after)) {
    if (!same(before[name], value) && !(isRename && name === to))
      putInterface(ports, byName.get(name), name, before[name], value);
  }
  const order = Object.keys(after).flatMap((name) => byName.get(isRename && name === to ? from : name) ?? []);
  putOrder(ports, order);
}

function putInterface(
  ports: Y.Map<Element>,
  id: string | undefined,
  name: string,
  before: Json,
  after: Json,
): void {
  const found = id === undefined ? undefined : ports.get(id);
  if (found === undefined) {
    ports.set(newId(), element(nextOrder(ports), { ...(isMap(after) ? after : {}), name, $listed: true }));
    return;
  }
  if (before === undefined) found.set('$listed', true);
  putFields(found, isMap(before) ? before : {}, isMap(after) ? after : {}, NAME_ALONE);
}

/** Routes and masquerade name interfaces, so they come after all of these. */
function putReferences(doc: LabDocument, names: NameIndex, { name, before, after }: NodeChange): void {
  const id = names.nodes.get(name);
  const node = id === undefined ? undefined : doc.nodes.get(id);
  if (id === undefined || node === undefined) return;
  if (!same(before.masquerade, after.masquerade) || !same(before.interfaces, after.interfaces)) {
    const stored = isList(after.masquerade)
      ? after.masquerade.map((port) => names.local(id, textOf(port)))
      : undefined;
    if (stored !== undefined || before.masquerade !== undefined) setField(node, 'masquerade', stored);
  }
  const [was, is] = [before.routes, after.routes].map((value) => (isList(value) ? value : []));
  if (!same(was, is)) putRoutes(names, id, node.get('routes') as Y.Map<Element>, was ?? [], is ?? []);
}

function putRoutes(
  names: NameIndex,
  node: string,
  routes: Y.Map<Element>,
  before: readonly Json[],
  after: readonly Json[],
): void {
  const sorted = [...routes.entries()].sort(
    ([, a], [, b]) => Number(a.get('$order')) - Number(b.get('$order')),
  );
  const ids = sorted.map(([id]) => id);
  const isKnown = ids.length === before.length;
  const places = isKnown ? alignValues(before, after) : after.map(() => undefined);
  const kept = new Set(places.map((place) => (place === undefined ? undefined : ids[place])));
  for (const id of ids) if (!kept.has(id)) routes.delete(id);
  const order = after.map((route, index) => {
    const place = places[index];
    const id = (place === undefined ? undefined : ids[place]) ?? newId();
    const [was, is] = [place === undefined ? {} : before[place], route].map((one) =>
      storedRoute(names, node, one),
    );
    const found = routes.get(id);
    if (found) putFields(found, was ?? {}, is ?? {}, NAME_ALONE);
    else routes.set(id, element(nextOrder(routes), is ?? {}));
    return id;
  });
  putOrder(routes, order);
}

function storedRoute(names: NameIndex, node: string, route: Json): JsonMap {
  if (!isMap(route)) return {};
  return typeof route.interface === 'string'
    ? { ...route, interface: names.local(node, route.interface) }
    : route;
}

function putItems(
  doc: LabDocument,
  names: NameIndex,
  section: 'links' | 'expect' | 'shapes',
  items: readonly ItemChange[],
): void {
  const elements = doc[section];
  const kept = new Set(items.map((item) => item.id));
  for (const id of [...elements.keys()]) {
    if (kept.has(id)) continue;
    if (section === 'links') dropLink(doc, id);
    else elements.delete(id);
  }
  const order = items.flatMap(({ id, value }) => {
    if (value === undefined) return id !== undefined && elements.has(id) ? [id] : [];
    const stored = names.stored(section, value);
    const found = id === undefined ? undefined : elements.get(id);
    if (id !== undefined && found) {
      putFields(found, Object.fromEntries(found.entries()) as JsonMap, stored, NAME_ALONE);
      return [id];
    }
    const made = newId();
    elements.set(made, element(nextOrder(elements), stored));
    return [made];
  });
  putOrder(elements, order);
}

/** A node that the text gives no place lands where there is room. */
function putLayout(
  doc: LabDocument,
  names: NameIndex,
  change: TextChange,
  made: readonly NodeChange[],
): void {
  for (const [name, place] of change.layout) {
    const id = names.nodes.get(name);
    if (id !== undefined && place !== null) doc.pos.set(id, [place[0], place[1]]);
  }
  const { positions } = doc.projection;
  const taken = new Map(positions);
  const middle = [...positions.values()].at(-1) ?? { x: 0, y: 0 };
  for (const { name } of made) {
    const id = names.nodes.get(name);
    if (id === undefined || doc.pos.has(id)) continue;
    const place = freePlace({ ...doc.projection, positions: taken }, middle);
    taken.set(id, place);
    doc.pos.set(id, [place.x, place.y]);
  }
}
