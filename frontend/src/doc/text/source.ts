/** A text and its YAML tree, and where things stand in it. */
import {
  isCollection,
  isMap as isYamlMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { say, type Saying } from '@/i18n/say';
import { faultOf } from './faults';
import type { Json, JsonMap } from './values';

export interface TextError extends Saying {
  from: number;
  to: number;
}

export interface Source {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly values: JsonMap;
  readonly errors: readonly TextError[];
}

const DEPTH_LIMIT = 16;

/** Reads a text; one that is no mapping, or uses what the server does not take, has errors. */
export function readSource(text: string): Source {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent', merge: false });
  const errors: TextError[] = document.errors.map((error) => ({
    ...faultOf(error),
    from: error.pos[0],
    to: error.pos[1],
  }));
  const values = document.contents === null ? {} : toValues(document.contents, errors, 0);
  const isWhole = typeof values === 'object' && values !== null && !Array.isArray(values);
  if (!isWhole)
    errors.push({ ...say('A drawing is a mapping: start with `nodes:`.'), from: 0, to: text.length });
  return { text, document, values: isWhole ? (values as JsonMap) : {}, errors };
}

/** Own properties only, whatever the keys are called. */
function toValues(node: unknown, errors: TextError[], depth: number): Json {
  if (isScalar(node)) return node.value as Json;
  if (!isCollection(node) || depth > DEPTH_LIMIT) {
    const [from = 0, to = from] = (node as Node | null)?.range ?? [];
    if (node !== null)
      errors.push({ ...say('Aliases and deeper levels are not taken: write the values out.'), from, to });
    return null;
  }
  if (isSeq(node)) return node.items.map((item) => toValues(item, errors, depth + 1));
  const pairs = node.items.map((pair) => [keyOf(pair), toValues(pair.value, errors, depth + 1)] as const);
  return Object.fromEntries(pairs);
}

export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => keyOf(pair) === key);
}

export function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}

/** Where what a node says ends: before the comment, blank lines and line end after it. */
export function endOf(node: unknown, text: string): number {
  if (isPair(node))
    return node.value === null || isEmpty(node.value) ? colonAfter(node, text) : endOf(node.value, text);
  const range = (node as Node | null)?.range;
  if (!range) return 0;
  if ((isYamlMap(node) || isSeq(node)) && node.flow !== true) {
    const last = node.items.at(-1);
    return last === undefined ? range[1] : endOf(last, text);
  }
  const end = range[1];
  return text[end - 1] === '\n' ? end - 1 : end;
}

function isEmpty(value: unknown): boolean {
  return isScalar(value) && value.range?.[0] === value.range?.[1];
}

/** Behind the colon of an entry. */
export function colonAfter(pair: Pair, text: string): number {
  const key = (pair.key as Node).range?.[1] ?? 0;
  const colon = text.indexOf(':', key);
  return colon < 0 ? key : colon + 1;
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset of the line end at or after `offset`. */
export function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found < 0 ? text.length : found;
}

/** The tree's node, or entry, at a path such as `nodes/h1/interfaces/eth0`, or at the part of it that is there. */
export function findPath(source: Source, path: string): { from: number; to: number } | undefined {
  let node: unknown = source.document.contents;
  let found: { from: number; to: number } | undefined;
  for (const step of path === '' ? [] : path.split('/')) {
    const child: unknown = isYamlMap(node)
      ? pairOf(node, step)
      : isSeq(node) && /^\d+$/.test(step)
        ? node.items[Number(step)]
        : undefined;
    if (child === undefined) break;
    const key = isPair(child) ? child.key : child;
    const to = isPair(child) ? ((child.key as Node).range?.[1] ?? 0) : endOf(child, source.text);
    found = { from: startOf(key), to };
    node = isPair(child) ? child.value : child;
  }
  return found;
}

/** The path of the innermost entry or item that holds an offset. */
export function pathAt(source: Source, offset: number): string {
  const steps: string[] = [];
  let node: unknown = source.document.contents;
  for (;;) {
    const children: [string, unknown][] = isYamlMap(node)
      ? node.items.map((pair) => [keyOf(pair), pair])
      : isSeq(node)
        ? node.items.map((item, index) => [String(index), item])
        : [];
    const inside = children.find(([, child]) => holds(source.text, child, offset));
    if (inside === undefined) return steps.join('/');
    steps.push(inside[0]);
    node = isPair(inside[1]) ? inside[1].value : inside[1];
  }
}

/** Of entries on lines of their own the whole lines count. */
function holds(text: string, child: unknown, offset: number): boolean {
  const start = startOf(isPair(child) ? child.key : child);
  const end = endOf(child, text);
  if (offset >= start && offset <= end) return true;
  const alone = /^[\s-]*$/.test(text.slice(lineStart(text, start), start));
  return (
    alone && offset >= lineStart(text, start) && offset <= lineEnd(text, end) && !isInFlow(text, end, offset)
  );
}

function isInFlow(text: string, end: number, offset: number): boolean {
  return offset > end && /[,\]}]/.test(text.slice(end, offset));
}
