/** Values as YAML in the style of the server: short parts in one line, long ones a line for each entry. */
import { isList, isMap, type Json, type JsonMap } from './values';

const LINE_WIDTH = 100;
const PLAIN = /^[A-Za-z_/](?:[\w./+@~-]|:(?=[\w./-])| (?=[\w(]))*$|^\d[\w.]*[:./][\w:./-]*[\w/]$/;
const TAKEN = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
const NUMBER = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?$/i;

/** A text that would be read as something else stands in quotes. */
export function scalarText(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value ?? null);
  const isPlain = PLAIN.test(value) && !TAKEN.test(value) && !NUMBER.test(value) && !value.endsWith(' ');
  return isPlain ? value : JSON.stringify(value);
}

export function flowText(value: Json): string {
  if (isList(value)) return `[${value.map(flowText).join(', ')}]`;
  if (!isMap(value)) return scalarText(value);
  return `{${entriesOf(value)
    .map(([key, item]) => `${scalarText(key)}: ${flowText(item)}`)
    .join(', ')}}`;
}

function entriesOf(value: JsonMap): [string, Json][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function isShort(value: Json, indent: number): boolean {
  return flowText(value).length + indent < LINE_WIDTH && !hasLines(value);
}

function hasLines(value: Json): boolean {
  if (isList(value)) return value.some(hasLines);
  if (isMap(value)) return Object.values(value).some(hasLines);
  return typeof value === 'string' && value.includes('\n');
}

/** What stands after a key's colon, or after a dash: begins with a space or a new line; `spread` has a line for each entry. */
export function valueText(value: Json, indent: number, spread = false): string {
  if (typeof value === 'string' && isBlock(value)) return ` ${literalText(value, indent)}`;
  const isEmpty = (isList(value) || isMap(value)) && Object.keys(value).length === 0;
  const isWhole = isEmpty || (!isList(value) && !isMap(value));
  if (isWhole || (!spread && isShort(value, indent))) return ` ${flowText(value)}`;
  if (isList(value)) return value.map((item) => `\n${itemText(item, indent)}`).join('');
  return `\n${entryLines(value, indent)}`;
}

function isBlock(value: string): boolean {
  return value.includes('\n') && !/^[\s]|[^\S\n]\n|[^\n\P{Cc}]/u.test(value);
}

function literalText(value: string, indent: number): string {
  const pad = ' '.repeat(indent);
  const body = value.replace(/\n+$/, '');
  const ends = value.length - body.length;
  const chomp = ends === 0 ? '-' : ends === 1 ? '' : '+';
  const lines = value.slice(0, ends > 1 ? -1 : value.length - ends).split('\n');
  return `|${chomp}\n${lines.map((line) => (line === '' ? '' : pad + line)).join('\n')}`;
}

/** An entry of a mapping, without the indent of its first line. */
export function pairText(key: string, value: Json, indent: number, spread = false): string {
  return `${scalarText(key)}:${valueText(value, indent + 2, spread)}`;
}

function entryLines(value: JsonMap, indent: number): string {
  const pad = ' '.repeat(indent);
  return entriesOf(value)
    .map(([key, item]) => pad + pairText(key, item, indent))
    .join('\n');
}

/** An item of a list with its dash and indent. */
export function itemText(item: Json, indent: number): string {
  return `${' '.repeat(indent)}- ${itemBody(item, indent + 2)}`;
}

/** What stands after the dash; a link that has nothing but its ends needs no braces. */
export function itemBody(item: Json, indent: number): string {
  const keys = isMap(item) ? Object.keys(item) : [];
  const isEndsAlone = keys.length === 1 && keys[0] === 'ends';
  if (!isMap(item) || (!isEndsAlone && isShort(item, indent))) return flowText(item);
  return entryLines(item, indent).trimStart();
}

/** Sections that have a line for each entry, however short they are. */
export const SPREAD = new Set(['nodes', 'links', 'expect', 'layout', 'shapes']);

/** The whole document, written anew. */
export function documentText(values: JsonMap): string {
  return entriesOf(values)
    .map(([key, value]) => `${pairText(key, value, 0, SPREAD.has(key))}\n`)
    .join('');
}
