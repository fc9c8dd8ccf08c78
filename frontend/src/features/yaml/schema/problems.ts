/** What in a text breaks the JSON Schema of a drawing, told while it is typed; the server judges everything else. */
import type { JsonSchema } from '@/api';
import { say, type Saying } from '@/i18n/say';
import { alternatives, under } from './walk';

export interface SchemaProblem extends Saying {
  path: string;
}

const MOST = 50;

export function schemaProblems(root: JsonSchema, values: unknown): SchemaProblem[] {
  const found: SchemaProblem[] = [];
  check(root, root, values, '', found);
  return found.slice(0, MOST);
}

function check(
  root: JsonSchema,
  schema: JsonSchema,
  value: unknown,
  path: string,
  found: SchemaProblem[],
): void {
  if (found.length >= MOST) return;
  const options = alternatives(root, schema);
  if (options.length === 0) return;
  const fitting = options.filter((one) => fits(one, value));
  const chosen = byKind(fitting, value);
  if (chosen.length === 0) {
    found.push({
      path,
      ...say('{value}: expected is {expected}.', { value: shown(value), expected: expected(options) }),
    });
    return;
  }
  const tries = chosen.map((one) => problemsOf(root, one, value, path));
  const best = tries.reduce((least, one) => (one.length < least.length ? one : least));
  found.push(...best);
}

/** Of parts that have a kind only those of the kind that is written are meant. */
function byKind(schemas: readonly JsonSchema[], value: unknown): readonly JsonSchema[] {
  if (!isMap(value) || schemas.length < 2) return schemas;
  const ofKind = schemas.filter((one) => one.properties?.kind?.const === value.kind);
  return ofKind.length > 0 ? ofKind : schemas.slice(0, 1);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fits({ type, enum: words, const: only }: JsonSchema, value: unknown): boolean {
  if (words) return words.includes(value as string);
  if (only !== undefined) return only === value;
  switch (type) {
    case 'object':
      return isMap(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case undefined:
      return true;
    default:
      return typeof value === type;
  }
}

function problemsOf(root: JsonSchema, schema: JsonSchema, value: unknown, path: string): SchemaProblem[] {
  if (isMap(value)) return mapProblems(root, schema, value, path);
  if (Array.isArray(value)) return listProblems(root, schema, value, path);
  const saying = typeof value === 'string' ? textProblem(schema, value) : numberProblem(schema, value);
  return saying === undefined ? [] : [{ path, ...saying }];
}

function mapProblems(
  root: JsonSchema,
  schema: JsonSchema,
  value: Record<string, unknown>,
  path: string,
): SchemaProblem[] {
  const found: SchemaProblem[] = [];
  for (const key of schema.required ?? []) {
    if (!(key in value)) found.push({ path, ...say('“{key}” is missing.', { key }) });
  }
  const isOpen = schema.additionalProperties !== false;
  for (const [key, item] of Object.entries(value)) {
    const inner = path === '' ? key : `${path}/${key}`;
    const [one] = under([schema], key);
    if (one) check(root, one, item, inner, found);
    else if (!isOpen) found.push({ path: inner, ...unknownKey(schema, key) });
  }
  return found;
}

function unknownKey({ properties }: JsonSchema, key: string): Saying {
  const known = Object.keys(properties ?? {});
  return known.length === 0
    ? say('“{key}” is no name that can stand here.', { key })
    : say('“{key}” is not known here: {known}.', { key, known: known.join(', ') });
}

function listProblems(
  root: JsonSchema,
  schema: JsonSchema,
  value: readonly unknown[],
  path: string,
): SchemaProblem[] {
  const found: SchemaProblem[] = [];
  const { minItems = 0, maxItems = Infinity } = schema;
  if (value.length < minItems)
    found.push({ path, ...say('Too few entries: {least} at least.', { least: String(minItems) }) });
  if (value.length > maxItems)
    found.push({ path, ...say('Too many entries: {most} at most.', { most: String(maxItems) }) });
  value.forEach((item, index) => {
    const one = schema.items ?? schema.prefixItems?.[index];
    if (one) check(root, one, item, `${path}/${index}`, found);
  });
  return found;
}

function textProblem(
  { pattern, minLength = 0, maxLength = Infinity, description }: JsonSchema,
  value: string,
): Saying | undefined {
  const isRight = pattern === undefined || new RegExp(pattern).test(value);
  if (isRight && value.length >= minLength && value.length <= maxLength) return undefined;
  if (description === undefined) return say('{value} does not fit here.', { value: shown(value) });
  return say('{value} does not fit here: {description}', { value: shown(value), description });
}

function numberProblem(
  { minimum = -Infinity, maximum = Infinity }: JsonSchema,
  value: unknown,
): Saying | undefined {
  if (typeof value !== 'number') return undefined;
  if (value < minimum)
    return say('{value} is too little: {least} at least.', { value: String(value), least: String(minimum) });
  if (value > maximum)
    return say('{value} is too much: {most} at most.', { value: String(value), most: String(maximum) });
  return undefined;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function expected(options: readonly JsonSchema[]): Saying {
  const told = new Map(options.map(wordsFor).map((one) => [one.message, one]));
  if (told.size > 1) told.delete(NOTHING.message);
  return [...told.values()].reduce((one, other) => say('{one} or {other}', { one, other }));
}

function wordsFor({ type = '', enum: all, const: only }: JsonSchema): Saying {
  const words = all?.join(', ') ?? (only === undefined ? undefined : JSON.stringify(only));
  return words === undefined ? (TYPE_WORDS[type] ?? NOTHING) : say('{words}', { words });
}

const NOTHING = say('nothing');

const TYPE_WORDS: Readonly<Record<string, Saying>> = {
  object: say('a mapping'),
  array: say('a list'),
  integer: say('a whole number'),
  number: say('a number'),
  string: say('a text'),
  boolean: say('true or false'),
};
