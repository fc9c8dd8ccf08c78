/** What may be written at a place: keys and words of the schema, and names of the drawing. */
import type { JsonSchema } from '@/api';
import { refText, type Projection } from '@/doc';
import type { Place } from './place';
import { alternatives, schemasAt, typeWords } from './walk';

export interface Offer {
  label: string;
  /** What is written; left out: the label. */
  text?: string;
  kind: 'property' | 'enum' | 'variable';
  detail?: string;
  info?: string;
}

export function offersAt(root: JsonSchema, projection: Projection, { path, isKey }: Place): Offer[] {
  const schemas = schemasAt(root, path).flatMap((one) => alternatives(root, one));
  return isKey
    ? [...keyOffers(root, schemas), ...nodeKeys(projection, path)]
    : valueOffers(schemas, projection, path);
}

function keyOffers(root: JsonSchema, schemas: readonly JsonSchema[]): Offer[] {
  const found = new Map<string, Offer>();
  for (const { properties = {} } of schemas) {
    for (const [key, schema] of Object.entries(properties)) {
      const info =
        schema.description ?? alternatives(root, schema).find((one) => one.description)?.description;
      found.set(key, {
        label: key,
        text: `${key}: `,
        kind: 'property',
        detail: typeWords(root, schema),
        ...(info !== undefined && { info }),
      });
    }
  }
  return [...found.values()];
}

function nodeKeys(projection: Projection, path: readonly string[]): Offer[] {
  if (path.length === 1 && path[0] === 'layout')
    return nodeNames(projection).map((name) => ({ label: name, text: `${name}: `, kind: 'variable' }));
  if (path.length !== 3 || path[0] !== 'nodes' || path[2] !== 'interfaces') return [];
  return portsOf(projection, path[1] ?? '').map((name) => ({
    label: name,
    text: `${name}: `,
    kind: 'variable',
  }));
}

function valueOffers(
  schemas: readonly JsonSchema[],
  projection: Projection,
  path: readonly string[],
): Offer[] {
  const words = schemas.flatMap((one): Offer[] => {
    if (one.enum) return one.enum.map((label) => ({ label, kind: 'enum' }));
    if (typeof one.const === 'string')
      return [{ label: one.const, kind: 'enum', ...(one.description && { info: one.description }) }];
    return one.type === 'boolean'
      ? [
          { label: 'true', kind: 'enum' },
          { label: 'false', kind: 'enum' },
        ]
      : [];
  });
  const names = namesFor(projection, path).map((label): Offer => ({ label, kind: 'variable' }));
  return [...words, ...names];
}

const PORT_FIELDS = new Set(['interface', 'in', 'out', 'parent', 'masquerade']);

function namesFor(projection: Projection, path: readonly string[]): string[] {
  const [section, name = '', ...rest] = path;
  const field = [...path].reverse().find((step) => step !== '*') ?? '';
  if (section === 'links' && field === 'ends') return endNames(projection);
  if (section === 'expect' && field === 'from') return nodeNames(projection);
  if (section === 'expect' && field === 'to') return [...nodeNames(projection), ...endNames(projection)];
  if (section === 'expect' && field === 'probe') return probes(projection);
  if (section === 'shapes' && field === 'members') return nodeNames(projection);
  const isPort = PORT_FIELDS.has(field) || (field === 'members' && rest.includes('device'));
  return section === 'nodes' && isPort ? portsOf(projection, name) : [];
}

function nodeNames(projection: Projection): string[] {
  return [...projection.nodes.values()].map((node) => node.name);
}

function endNames(projection: Projection): string[] {
  return [...projection.nodes.values()].flatMap((node) =>
    node.interfaces.flatMap((port) => refText(projection, { node: node.id, interface: port.id }) ?? []),
  );
}

function portsOf(projection: Projection, name: string): string[] {
  const node = [...projection.nodes.values()].find((one) => one.name === name);
  return (node?.interfaces ?? []).map((port) => port.name);
}

function probes(projection: Projection): string[] {
  const used = [...projection.expectations.values()].map((one) => one.probe);
  return [...new Set(['ping', 'tcp/80', 'udp/53', ...used])];
}
