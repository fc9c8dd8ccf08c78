/** What in a text breaks the JSON Schema of a drawing, told while it is typed; the server judges everything else. */
import type { JsonSchema } from '@/api';
import { alternatives, under } from './walk';

export interface SchemaProblem {
  path: string;
  message: string;
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
    found.push({ path, message: `${shown(value)}: ${expected(options)}` });
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
  const message = typeof value === 'string' ? textProblem(schema, value) : numberProblem(schema, value);
  return message === undefined ? [] : [{ path, message }];
}

function mapProblems(
  root: JsonSchema,
  schema: JsonSchema,
  value: Record<string, unknown>,
  path: string,
): SchemaProblem[] {
  const found: SchemaProblem[] = [];
  for (const key of schema.required ?? []) {
    if (!(key in value)) found.push({ path, message: `“${key}” is missing.` });
  }
  const isOpen = schema.additionalProperties !== false;
  for (const [key, item] of Object.entries(value)) {
    const inner = path === '' ? key : `${path}/${key}`;
    const [one] = under([schema], key);
    if (one) check(root, one, item, inner, found);
    else if (!isOpen) found.push({ path: inner, message: unknownKey(schema, key) });
  }
  return found;
}

function unknownKey({ properties }: JsonSchema, key: string): string {
  const known = Object.keys(properties ?? {});
  return known.length === 0
    ? `“${key}” is no name that can stand here.`
    : `“${key}” is not known here: ${known.join(', ')}.`;
}

function listProblems(
  root: JsonSchema,
  schema: JsonSchema,
  value: readonly unknown[],
  path: string,
): SchemaProblem[] {
  const found: SchemaProblem[] = [];
  const { minItems = 0, maxItems = Infinity } = schema;
  if (value.length < minItems) found.push({ path, message: `At least ${minItems} are needed here.` });
  if (value.length > maxItems) found.push({ path, message: `At most ${maxItems} may stand here.` });
  value.forEach((item, index) => {
    const one = schema.items ?? schema.prefixItems?.[index];
    if (one) check(root, one, item, `${path}/${index}`, found);
  });
  return found;
}

function textProblem(
  { pattern, minLength = 0, maxLength = Infinity, description }: JsonSchema,
  value: string,
): string | undefined {
  const isRight = pattern === undefined || new RegExp(pattern).test(value);
  if (isRight && value.length >= minLength && value.length <= maxLength) return undefined;
  return `${shown(value)} does not fit here${description === undefined ? '.' : `: ${description}`}`;
}

function numberProblem(
  { minimum = -Infinity, maximum = Infinity }: JsonSchema,
  value: unknown,
): string | undefined {
  if (typeof value !== 'number' || (value >= minimum && value <= maximum)) return undefined;
  return `${value} is not from ${minimum} to ${maximum}.`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function expected(options: readonly JsonSchema[]): string {
  const words = options.map((one) => one.enum?.join(', ') ?? TYPE_WORDS[one.type ?? ''] ?? one.type ?? '');
  return `expected is ${[...new Set(words)].filter((word) => word !== '' && word !== 'nothing').join(' or ')}.`;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  integer: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  null: 'nothing',
};
