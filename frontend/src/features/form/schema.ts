/** What a JSON Schema asks of a person: which fields there are, and of what sort each is. */
import type { JsonSchema } from '@/api';
import { t } from '@/i18n';

export type Sort =
  | { sort: 'choice'; values: readonly string[] }
  | { sort: 'number'; whole: boolean; least: number | undefined; most: number | undefined }
  | { sort: 'flag' }
  | { sort: 'text'; pattern?: RegExp | undefined; orNumber?: boolean }
  | { sort: 'list'; item: Sort }
  | { sort: 'group'; fields: readonly SchemaField[] }
  | { sort: 'groups'; fields: readonly SchemaField[] };

export interface SchemaField {
  name: string;
  schema: JsonSchema;
  required: boolean;
}

const REF = '#/$defs/';

/** The schema that a reference or an "or null" stands for. */
export function resolved(root: JsonSchema, schema: JsonSchema): JsonSchema {
  if (schema.$ref !== undefined) {
    const found = root.$defs?.[schema.$ref.slice(REF.length)];
    return found ? { ...resolved(root, found), ...described(schema) } : schema;
  }
  const choices = schema.anyOf?.filter((one) => one.type !== 'null');
  if (choices?.length !== 1 || choices[0] === undefined) return schema;
  return { ...resolved(root, choices[0]), ...described(schema) };
}

function described({ description, default: usual }: JsonSchema): JsonSchema {
  return { ...(description !== undefined && { description }), ...(usual != null && { default: usual }) };
}

/** The schema of a part of the document, such as `Node`, `interfaces` of it being left to others. */
export function definition(root: JsonSchema, name: string): JsonSchema | undefined {
  return root.$defs?.[name];
}

/** The kinds of a union, by name; one without a choice of kinds has none. */
export function kindsOf(root: JsonSchema, schema: JsonSchema): ReadonlyMap<string, JsonSchema> {
  const kinds = new Map<string, JsonSchema>();
  for (const one of resolved(root, schema).oneOf ?? []) {
    const found = resolved(root, one);
    const kind = found.properties?.kind;
    for (const name of kind?.enum ?? [kind?.const]) if (typeof name === 'string') kinds.set(name, found);
  }
  return kinds;
}

/** The fields of an object, those that must be there first. */
export function fieldsOf(root: JsonSchema, schema: JsonSchema): SchemaField[] {
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {})
    .filter(([, one]) => one.const === undefined)
    .map(([name, one]) => ({ name, schema: resolved(root, one), required: required.has(name) }));
  return fields.sort((a, b) => Number(b.required) - Number(a.required));
}

export function sortOf(root: JsonSchema, schema: JsonSchema): Sort {
  const { type, minimum, maximum, pattern } = schema;
  if (schema.enum) return { sort: 'choice', values: schema.enum };
  if (type === 'boolean') return { sort: 'flag' };
  if (type === 'integer' || type === 'number')
    return { sort: 'number', whole: type === 'integer', least: minimum, most: maximum };
  if (type === 'array') return sortOfList(root, schema.items ?? {});
  if (type === 'object') return { sort: 'group', fields: fieldsOf(root, schema) };
  const orNumber = schema.anyOf?.some((one) => one.type === 'integer') ?? false;
  return { sort: 'text', pattern: pattern === undefined ? undefined : new RegExp(pattern), orNumber };
}

function sortOfList(root: JsonSchema, items: JsonSchema): Sort {
  const item = resolved(root, items);
  if (item.type === 'object') return { sort: 'groups', fields: fieldsOf(root, item) };
  return { sort: 'list', item: sortOf(root, item) };
}

const UNITS: Readonly<Record<string, string>> = {
  ms: 'ms',
  s: 's',
  percent: '%',
  kbit: 'kbit/s',
  packets: t('packets'),
};
const WORDS: Readonly<Record<string, string>> = {
  vid: 'VLAN',
  vni: 'VNI',
  asn: t('AS number'),
  mac: t('MAC address'),
  ttl: 'TTL',
  mtu: 'MTU',
  ipv6: 'IPv6',
  dns: t('DNS server'),
  in: t('In by'),
  out: t('Out by'),
  to_address: t('To address'),
};

/** `delay_ms` becomes `Delay (ms)`. */
export function labelOf(name: string): string {
  const known = WORDS[name];
  if (known !== undefined) return known;
  const parts = name.split('_');
  const unit = parts.length > 1 ? UNITS[parts.at(-1) ?? ''] : undefined;
  const words = (unit === undefined ? parts : parts.slice(0, -1)).join(' ');
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  return unit === undefined ? label : `${label} (${unit})`;
}

/** What keeps a text from being a value of its sort, in words; the server checks all the rest. */
export function faultOf(sort: Sort, text: string): string | undefined {
  if (sort.sort === 'number') {
    const number = Number(text);
    const fits = text !== '' && Number.isFinite(number) && (!sort.whole || Number.isInteger(number));
    const { least = -Infinity, most = Infinity } = sort;
    if (fits && number >= least && number <= most) return undefined;
    return numberWords(sort.whole, least, most);
  }
  if (sort.sort === 'text' && sort.pattern !== undefined && !sort.pattern.test(text))
    return t('not of this form');
  return undefined;
}

function numberWords(whole: boolean, least: number, most: number): string {
  const number = whole ? t('a whole number') : t('a number');
  const values = { number, least: String(least), most: String(most) };
  if (Number.isFinite(least) && Number.isFinite(most)) return t('{number} from {least} to {most}', values);
  if (Number.isFinite(least)) return t('{number} from {least}', values);
  return Number.isFinite(most) ? t('{number} to {most}', values) : number;
}

/** A text as a value of its sort. */
export function valueOf(sort: Sort, text: string): unknown {
  if (sort.sort === 'list') return splitList(text).map((one) => valueOf(sort.item, one));
  const isNumber = sort.sort === 'number' || (sort.sort === 'text' && sort.orNumber === true);
  return isNumber && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

export function splitList(text: string): string[] {
  return text.split(/[\s,]+/).filter((one) => one !== '');
}

export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
}
