/** Finds its way in the JSON Schema of a drawing. */
import type { JsonSchema } from '@/api';

/** A schema without references and alternatives. */
export function alternatives(root: JsonSchema, schema: JsonSchema | undefined): JsonSchema[] {
  if (schema === undefined) return [];
  if (schema.$ref !== undefined) return alternatives(root, root.$defs?.[schema.$ref.split('/').at(-1) ?? '']);
  const choices = schema.anyOf ?? schema.oneOf;
  return choices ? choices.flatMap((one) => alternatives(root, one)) : [schema];
}

/** What may stand under a key, or at any place of a list for `*`; with the words about it that stand nearest. */
export function under(schemas: readonly JsonSchema[], step: string): JsonSchema[] {
  return schemas.flatMap((schema) => {
    if (step === '*') return schema.items ? [schema.items] : [...(schema.prefixItems ?? [])];
    const exact = schema.properties?.[step];
    if (exact) return [exact];
    return Object.entries(schema.patternProperties ?? {})
      .filter(([pattern]) => new RegExp(pattern).test(step))
      .map(([, one]) => one);
  });
}

/** The schemas at a path, their alternatives not yet told apart. */
export function schemasAt(root: JsonSchema, path: readonly string[]): JsonSchema[] {
  let found: JsonSchema[] = [root];
  for (const step of path) {
    found = under(
      found.flatMap((one) => alternatives(root, one)),
      step,
    );
  }
  return found;
}

/** The first words that a person would want to read about a path. */
export function wordsAbout(root: JsonSchema, path: readonly string[]): string | undefined {
  const found = schemasAt(root, path);
  const said = found.find((one) => one.description !== undefined);
  return (
    said?.description ??
    found.flatMap((one) => alternatives(root, one)).find((one) => one.description)?.description
  );
}

export function typeWords(root: JsonSchema, schema: JsonSchema): string {
  const words = alternatives(root, schema).map(
    (one) => one.enum?.join(' | ') ?? constWord(one) ?? one.type ?? '',
  );
  return [...new Set(words)].filter((word) => word !== 'null' && word !== '').join(' | ');
}

function constWord(schema: JsonSchema): string | undefined {
  return typeof schema.const === 'string' ? schema.const : undefined;
}
