/** A changed drawing written into a person's own text: only what changed is, at its place, by small edits. */
import { isMap as isYamlMap, isSeq, isScalar, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { alignIds, alignValues, type Alignment } from './align';
import { renames, type Drawn } from './drawn';
import { SPREAD, flowText, itemBody, itemText, pairText, scalarText, valueText } from './render';
import { colonAfter, endOf, keyOf, lineEnd, lineStart, startOf, type Source } from './source';
import { givesAddressesTo, isList, isMap, same, type Json, type JsonMap } from './values';

export interface Edit {
  from: number;
  to: number;
  insert: string;
}

interface Merge {
  readonly text: string;
  readonly before: Drawn;
  readonly after: Drawn;
  readonly renamed: ReadonlyMap<string, string>;
  readonly edits: Edit[];
}

type Path = readonly string[];

/** The edits that make a text which says `before` say `after`. */
export function mergeEdits(source: Source, before: Drawn, after: Drawn): Edit[] {
  const { contents } = source.document;
  const merge: Merge = { text: source.text, before, after, renamed: renames(before, after), edits: [] };
  if (!isYamlMap(contents) || contents.items.length === 0) return [wholeText(source, after)];
  mergeMap(merge, contents, before.values, after.values, []);
  return merge.edits.sort((a, b) => a.from - b.from || a.to - b.to);
}

function wholeText(source: Source, after: Drawn): Edit {
  const rest = source.text === '' || source.text.endsWith('\n') ? '' : '\n';
  const body = Object.entries(after.values).map(
    ([key, value]) => `${pairText(key, value, 0, SPREAD.has(key))}\n`,
  );
  const end = source.text.length;
  return { from: end, to: end, insert: rest + body.join('') };
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { from, to, insert } of edits) {
    parts.push(text.slice(at, from), insert);
    at = to;
  }
  return parts.join('') + text.slice(at);
}

function mergeMap(merge: Merge, map: YAMLMap, before: JsonMap, after: JsonMap, path: Path): void {
  const names = namesAfter(merge, before, after, path);
  const kept = map.items.filter((pair) => names(keyOf(pair)) !== undefined || !(keyOf(pair) in before));
  const said = new Set(map.items.map((pair) => names(keyOf(pair)) ?? keyOf(pair)));
  const added = Object.keys(after).filter(
    (key) => after[key] !== undefined && !said.has(key) && !same(before[key], after[key]),
  );
  if (kept.length === 0 && map.items.length > 0) {
    replaceMap(merge, map, Object.fromEntries(added.map((key) => [key, after[key]])), path);
    return;
  }
  for (const pair of map.items) {
    const key = keyOf(pair);
    const name = names(key);
    if (name === undefined && key in before) removePair(merge, map, pair);
    else if (name !== undefined) mergePair(merge, pair, name, before[key], after[name], path);
  }
  addPairs(
    merge,
    map,
    added.map((key) => [key, after[key]]),
    path,
  );
}

/** What each key is called afterwards; nothing: it is gone. */
function namesAfter(
  merge: Merge,
  before: JsonMap,
  after: JsonMap,
  path: Path,
): (key: string) => string | undefined {
  const isByNode = path.length === 1 && (path[0] === 'nodes' || path[0] === 'layout');
  const renamed = isByNode ? merge.renamed : renamedKey(before, after);
  return (key) => {
    const name = renamed.get(key) ?? key;
    return after[name] === undefined ? undefined : name;
  };
}

/** One key gone and one come with the same value: it was given another name. */
function renamedKey(before: JsonMap, after: JsonMap): ReadonlyMap<string, string> {
  const gone = Object.keys(before).filter((key) => after[key] === undefined && before[key] !== undefined);
  const come = Object.keys(after).filter((key) => before[key] === undefined && after[key] !== undefined);
  const [from] = gone;
  const [to] = come;
  const isRename = gone.length === 1 && come.length === 1 && from !== undefined && to !== undefined;
  return isRename && isMap(before[from]) && same(before[from], after[to]) ? new Map([[from, to]]) : new Map();
}

function mergePair(merge: Merge, pair: Pair, name: string, before: Json, after: Json, path: Path): void {
  if (keyOf(pair) !== name) {
    const [from = 0, to = 0] = (pair.key as Node).range ?? [];
    merge.edits.push({ from, to, insert: scalarText(name) });
  }
  if (same(before, after)) return;
  const { value } = pair;
  const inner = [...path, name];
  if (isYamlMap(value) && isMap(before) && isMap(after)) mergeMap(merge, value, before, after, inner);
  else if (isSeq(value) && isList(before) && isList(after))
    mergeSeq(merge, value, pair, before, after, inner);
  else replaceValue(merge, pair, after, inner);
}

/** Keeps the quotes of a text that had some, and whatever stands between colon and value. */
function replaceValue(merge: Merge, pair: Pair, after: Json, path: Path): void {
  const { text, edits } = merge;
  const value = pair.value as Node | null;
  const to = endOf(pair, text);
  const inLine =
    value !== null &&
    endOf(value, text) > startOf(value) &&
    !text.slice(colonAfter(pair, text), to).includes('\n');
  const isFlow = !isMap(after) && !isList(after) && !(typeof after === 'string' && after.includes('\n'));
  if (inLine && isFlow) {
    const isQuoted = isScalar(value) && value.type === 'QUOTE_DOUBLE' && typeof after === 'string';
    edits.push({ from: startOf(value), to, insert: isQuoted ? JSON.stringify(after) : scalarText(after) });
    return;
  }
  const indent = columnOf(text, startOf(pair.key));
  const insert = isFlowed(merge, pair) ? ` ${flowText(after)}` : valueText(after, indent + 2, isSpread(path));
  edits.push({ from: colonAfter(pair, text), to, insert });
}

function isSpread(path: Path): boolean {
  return path.length === 1 && SPREAD.has(path[0] ?? '');
}

/** Whether an entry stands in braces: then nothing in it may have lines of its own. */
function isFlowed({ text }: Merge, pair: Pair): boolean {
  const start = startOf(pair.key);
  return !/^(?: |- )*$/.test(text.slice(lineStart(text, start), start));
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function replaceMap(merge: Merge, map: YAMLMap, value: JsonMap, path: Path): void {
  const { text, edits } = merge;
  const start = startOf(map);
  const to = endOf(map, text);
  if (map.flow === true) edits.push({ from: start, to, insert: flowText(value) });
  else if (Object.keys(value).length === 0) edits.push({ from: start, to, insert: '{}' });
  else {
    const indent = columnOf(text, start);
    const lines = Object.entries(value).map(([key, item]) =>
      pairText(key, item, indent, isSpread([...path, key])),
    );
    edits.push({ from: start, to, insert: lines.join(`\n${' '.repeat(indent)}`) });
  }
}

function removePair(merge: Merge, map: YAMLMap, pair: Pair): void {
  const { text, edits } = merge;
  const from = startOf(pair.key);
  if (map.flow === true) edits.push(fromFlow(merge, map.items, pair, from));
  else if (columnOf(text, from) === 0 || text.slice(lineStart(text, from), from).trim() === '') {
    edits.push(lines(text, from, endOf(pair, text)));
  } else {
    const next = map.items[map.items.indexOf(pair) + 1];
    edits.push({ from, to: next ? startOf(next.key) : endOf(pair, text), insert: '' });
  }
}

/** Whole lines, with what else stands on the last of them. */
function lines(text: string, from: number, to: number): Edit {
  const end = lineEnd(text, to);
  const start = lineStart(text, from);
  return end < text.length
    ? { from: start, to: end + 1, insert: '' }
    : { from: Math.max(0, start - 1), to: end, insert: '' };
}

/** An item in brackets goes with one of the commas beside it. */
function fromFlow({ text }: Merge, items: readonly unknown[], item: unknown, from: number): Edit {
  const index = items.indexOf(item);
  const before = items[index - 1];
  const after = items[index + 1];
  if (before !== undefined) return { from: endOf(before, text), to: endOf(item, text), insert: '' };
  const next = after === undefined ? undefined : startOf((after as Pair).key ?? after);
  return { from, to: next ?? endOf(item, text), insert: '' };
}

/** Sections have an order; whatever else is new comes last. */
const SECTIONS = ['version', 'name', 'addressing', 'routing', 'nodes', 'links', 'expect', 'shapes', 'layout'];

function addPairs(merge: Merge, map: YAMLMap, added: readonly (readonly [string, Json])[], path: Path): void {
  if (added.length === 0) return;
  const { text, edits } = merge;
  if (map.flow === true) {
    const said = added.map(([key, value]) => `${scalarText(key)}: ${flowText(value)}`).join(', ');
    const last = map.items.at(-1);
    const at = last === undefined ? startOf(map) + 1 : endOf(last, text);
    edits.push({ from: at, to: at, insert: last === undefined ? said : `, ${said}` });
    return;
  }
  const indent = columnOf(text, startOf(map.items[0]?.key));
  for (const [key, value] of added) {
    const pair = path.length === 0 ? lastBefore(map, key) : map.items.at(-1);
    const at = pair === undefined ? startOf(map) : lineEnd(text, endOf(pair, text));
    const line = pairText(key, value, indent, isSpread([...path, key]));
    const pad = ' '.repeat(indent);
    edits.push({ from: at, to: at, insert: pair === undefined ? `${line}\n${pad}` : `\n${pad}${line}` });
  }
}

function lastBefore(map: YAMLMap, key: string): Pair | undefined {
  const rank = SECTIONS.indexOf(key);
  if (rank < 0) return map.items.at(-1);
  const earlier = map.items.filter((pair) => SECTIONS.indexOf(keyOf(pair)) < rank);
  return earlier.at(-1);
}

function mergeSeq(
  merge: Merge,
  seq: YAMLSeq,
  pair: Pair,
  before: readonly Json[],
  after: readonly Json[],
  path: Path,
): void {
  const alignment = alignmentOf(merge, before, after, path);
  if (
    alignment === null ||
    seq.items.length !== before.length ||
    after.length === 0 ||
    seq.items.length === 0
  ) {
    replaceValue(merge, pair, after, path);
    return;
  }
  const kept = new Set(alignment);
  if (!seq.items.some((_, index) => kept.has(index))) {
    replaceValue(merge, pair, after, path);
    return;
  }
  seq.items.forEach((item, index) => {
    if (!kept.has(index)) removeItem(merge, seq, item);
  });
  mergeItems(merge, seq, alignment, before, after, path);
}

function alignmentOf(
  merge: Merge,
  before: readonly Json[],
  after: readonly Json[],
  path: Path,
): Alignment | null {
  const section = path[0] ?? '';
  const ids = path.length === 1 ? merge.before.lists[section] : undefined;
  const later = path.length === 1 ? merge.after.lists[section] : undefined;
  return ids && later ? alignIds(ids, later) : alignValues(before, after);
}

function mergeItems(
  merge: Merge,
  seq: YAMLSeq,
  alignment: Alignment,
  before: readonly Json[],
  after: readonly Json[],
  path: Path,
): void {
  let last: unknown;
  const waiting: Json[] = [];
  alignment.forEach((place, index) => {
    if (place === undefined) {
      if (last === undefined) waiting.push(after[index]);
      else insertAfter(merge, seq, last, after[index]);
      return;
    }
    const item = seq.items[place];
    if (waiting.length > 0) insertBefore(merge, seq, item, waiting.splice(0));
    mergeItem(merge, item, before[place], after[index], [...path, '']);
    last = item;
  });
}

function mergeItem(merge: Merge, item: unknown, before: Json, after: Json, path: Path): void {
  const isUntouched = same(before, after) && !(isScalar(item) && isSpentShortLink(merge, item.value, path));
  if (isUntouched) return;
  if (isYamlMap(item) && isMap(before) && isMap(after)) {
    mergeMap(merge, item, before, after, path);
    return;
  }
  const { text, edits } = merge;
  const from = startOf(item);
  const isFlow = !/^[\s-]*$/.test(text.slice(lineStart(text, from), from));
  edits.push({
    from,
    to: endOf(item, text),
    insert: isFlow ? flowText(after) : itemBody(after, columnOf(text, from)),
  });
}

/** A short link whose addresses are no longer those of its interfaces is written out; the node then says them. */
function isSpentShortLink(merge: Merge, value: unknown, path: Path): boolean {
  if (typeof value !== 'string' || path[0] !== 'links') return false;
  const port = ({ values }: Drawn, name: string, key: string) => {
    const node = (values.nodes as JsonMap | undefined)?.[name];
    return isMap(node) && isMap(node.interfaces) ? node.interfaces[key] : undefined;
  };
  return givesAddressesTo(value, (name, key) => {
    const later = merge.renamed.get(name) ?? name;
    return !same(port(merge.before, name, key), port(merge.after, later, key));
  });
}

function removeItem(merge: Merge, seq: YAMLSeq, item: unknown): void {
  const { text, edits } = merge;
  if (seq.flow === true) edits.push(fromFlow(merge, seq.items, item, startOf(item)));
  else edits.push(lines(text, startOf(item), endOf(item, text)));
}

function insertAfter({ text, edits }: Merge, seq: YAMLSeq, last: unknown, value: Json): void {
  const end = endOf(last, text);
  const at = seq.flow === true ? end : lineEnd(text, end);
  const insert = seq.flow === true ? `, ${flowText(value)}` : `\n${itemText(value, dashColumn(text, last))}`;
  edits.push({ from: at, to: at, insert });
}

function insertBefore({ text, edits }: Merge, seq: YAMLSeq, next: unknown, values: readonly Json[]): void {
  if (seq.flow === true) {
    const at = startOf(next);
    edits.push({ from: at, to: at, insert: values.map((value) => `${flowText(value)}, `).join('') });
    return;
  }
  const at = lineStart(text, startOf(next));
  const indent = dashColumn(text, next);
  edits.push({ from: at, to: at, insert: values.map((value) => `${itemText(value, indent)}\n`).join('') });
}

function dashColumn(text: string, item: unknown): number {
  const start = lineStart(text, startOf(item));
  return Math.max(0, text.indexOf('-', start) - start);
}
