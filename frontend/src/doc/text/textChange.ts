/** What a person changed in the text, part by part: nothing else of the drawing is touched by it. */
import { alignValues } from './align';
import type { Drawn } from './drawn';
import { isList, isMap, same, type Json, type JsonMap } from './values';

export interface NodeChange {
  /** The node it is, unless it is new. */
  id?: string | undefined;
  name: string;
  before: JsonMap;
  after: JsonMap;
}

export interface ItemChange {
  /** The element it is, unless it is new. */
  id?: string | undefined;
  /** Left out: it says what it said. */
  value?: JsonMap;
}

export interface TextChange {
  meta: readonly (readonly [string, Json])[];
  nodes: readonly NodeChange[];
  removedNodes: readonly string[];
  /** Names of all nodes in their new order, when that is another one. */
  nodeOrder: readonly string[] | null;
  /** All items in their new order, when anything in the list changed. */
  links: readonly ItemChange[] | null;
  expect: readonly ItemChange[] | null;
  shapes: readonly ItemChange[] | null;
  /** By the name of the node; nothing: it has no place of its own any more. */
  layout: readonly (readonly [string, readonly [number, number] | null])[];
}

const SECTIONS = new Set(['nodes', 'links', 'expect', 'shapes', 'layout', 'version']);

/** `before` and `after` are what the text said and says; `known` is the drawing that `before` stands for. */
export function textChange(before: JsonMap, after: JsonMap, known: Drawn): TextChange {
  const nodes = [mapOf(before.nodes), mapOf(after.nodes)] as const;
  const renamed = renamedNode(...nodes);
  return {
    meta: changedKeys(before, after)
      .filter((key) => !SECTIONS.has(key))
      .map((key) => [key, after[key]]),
    nodes: changedNodes(...nodes, known, renamed),
    removedNodes: Object.keys(nodes[0])
      .filter((name) => !(name in nodes[1]) && name !== renamed?.from)
      .flatMap((name) => known.nodes[name] ?? []),
    nodeOrder: orderOf(...nodes),
    links: listChange('links', before, after, known, renamed),
    expect: listChange('expect', before, after, known, renamed),
    shapes: listChange('shapes', before, after, known, renamed),
    layout: changedLayout(mapOf(before.layout), mapOf(after.layout)),
  };
}

function mapOf(value: Json): JsonMap {
  return isMap(value) ? value : {};
}

function changedKeys(before: JsonMap, after: JsonMap): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !same(before[key], after[key]),
  );
}

interface Rename {
  from: string;
  to: string;
}

/** One name gone and one come at the same place with the same content: the node is called otherwise. */
export function renamedNode(before: JsonMap, after: JsonMap): Rename | undefined {
  const [left, right] = [Object.keys(before), Object.keys(after)];
  const gone = left.filter((name) => !(name in after));
  const come = right.filter((name) => !(name in before));
  const [from] = gone;
  const [to] = come;
  if (gone.length !== 1 || come.length !== 1 || from === undefined || to === undefined) return undefined;
  const isSame = left.indexOf(from) === right.indexOf(to) && same(before[from], after[to]);
  return isSame ? { from, to } : undefined;
}

function changedNodes(
  before: JsonMap,
  after: JsonMap,
  known: Drawn,
  renamed: Rename | undefined,
): NodeChange[] {
  return Object.keys(after).flatMap((name) => {
    const old = renamed?.to === name ? renamed.from : name;
    if (old === name && same(before[name], after[name])) return [];
    return [{ id: known.nodes[old], name, before: mapOf(before[old]), after: mapOf(after[name]) }];
  });
}

function orderOf(before: JsonMap, after: JsonMap): string[] | null {
  const names = Object.keys(after);
  const old = Object.keys(before);
  return names.length === old.length && names.every((name, index) => name === old[index]) ? null : names;
}

function listChange(
  section: 'links' | 'expect' | 'shapes',
  before: JsonMap,
  after: JsonMap,
  known: Drawn,
  renamed: Rename | undefined,
): ItemChange[] | null {
  const found = before[section];
  const wanted = after[section];
  if (same(found, wanted)) return null;
  const old = (isList(found) ? found : []).map((item) => (renamed ? renamedIn(item, renamed) : item));
  const now = isList(wanted) ? wanted : [];
  const ids = known.lists[section] ?? [];
  return alignItems(old, now).map((place, index) => {
    const id = place === undefined ? undefined : ids[place];
    const isKept = place !== undefined && id !== undefined && same(old[place], now[index]);
    return isKept ? { id } : { id, value: mapOf(now[index]) };
  });
}

/** First what is equal wherever it stands, then what has the same ends, then what is left in between. */
function alignItems(before: readonly Json[], after: readonly Json[]): (number | undefined)[] {
  const free = new Map<string, number[]>();
  before.forEach((item, index) => {
    const key = JSON.stringify(item);
    free.set(key, [...(free.get(key) ?? []), index]);
  });
  const found = after.map((item) => free.get(JSON.stringify(item))?.shift());
  const taken = new Set(found);
  const rest = before.map((_, index) => index).filter((index) => !taken.has(index));
  const open = after.map((_, index) => index).filter((index) => found[index] === undefined);
  const middle = alignValues(
    rest.map((index) => endsOf(before[index])),
    open.map((index) => endsOf(after[index])),
  );
  open.forEach((index, position) => {
    const place = middle[position];
    if (place !== undefined) found[index] = rest[place];
  });
  return found;
}

function endsOf(item: Json): Json {
  if (!isMap(item)) return item;
  return item.ends ?? item.members ?? [item.from ?? item.at, item.to ?? item.kind];
}

function renamedIn(item: Json, { from, to }: Rename): Json {
  if (typeof item === 'string') {
    const [node = '', ...port] = item.split(':');
    return node === from ? [to, ...port].join(':') : item;
  }
  if (!isMap(item)) return item;
  const swap = (value: Json): Json =>
    isList(value) ? value.map((one): Json => renamedIn(one, { from, to })) : value;
  return {
    ...item,
    ...('from' in item && { from: renamedIn(item.from, { from, to }) }),
    ...('to' in item && { to: renamedIn(item.to, { from, to }) }),
    ...('ends' in item && { ends: swap(item.ends) }),
    ...('members' in item && { members: swap(item.members) }),
  };
}

function changedLayout(before: JsonMap, after: JsonMap): TextChange['layout'] {
  return changedKeys(before, after).map((name) => {
    const place = after[name];
    const isPlace = isList(place) && typeof place[0] === 'number' && typeof place[1] === 'number';
    return [name, isPlace ? [place[0] as number, place[1] as number] : null];
  });
}
