/** What values say once the change from one drawing to another is made in them: what a merged text has to say. */
import { alignIds, alignValues } from './align';
import { renames, type Drawn } from './drawn';
import { isList, isMap, same, type Json, type JsonMap } from './values';

const LISTS = ['links', 'expect', 'shapes'] as const;
const BY_NODE = ['nodes', 'layout'] as const;

export function patchedDocument(found: JsonMap, before: Drawn, after: Drawn): JsonMap {
  const renamed = renames(before, after);
  const start: Record<string, Json> = { ...found };
  const from: Record<string, Json> = { ...before.values };
  for (const section of BY_NODE) {
    start[section] = withNames(start[section], renamed);
    from[section] = withNames(from[section], renamed);
  }
  const result = patched(start, from, after.values) as Record<string, Json>;
  for (const section of LISTS) {
    const ids = [before.lists[section] ?? [], after.lists[section] ?? []] as const;
    result[section] = patchedList(found[section], before.values[section], after.values[section], ids);
  }
  return result;
}

function withNames(values: Json, renamed: ReadonlyMap<string, string>): Json {
  if (!isMap(values) || renamed.size === 0) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [renamed.get(name) ?? name, value]),
  );
}

function patchedList(
  found: Json,
  before: Json,
  after: Json,
  ids: readonly [readonly string[], readonly string[]],
): Json {
  if (same(before, after)) return found;
  const isAligned = isList(found) && isList(before) && isList(after) && found.length === before.length;
  const alignment = isAligned ? alignIds(...ids) : null;
  if (!isAligned || alignment === null) return after;
  return alignment.map((place, index) =>
    place === undefined ? after[index] : patched(found[place], before[place], after[index]),
  );
}

function patched(found: Json, before: Json, after: Json): Json {
  if (same(before, after)) return found;
  if (
    isList(found) &&
    isList(before) &&
    isList(after) &&
    found.length === before.length &&
    after.length > 0
  ) {
    return alignValues(before, after).map((place, index) =>
      place === undefined ? after[index] : patched(found[place], before[place], after[index]),
    );
  }
  if (!isMap(found) || !isMap(before) || !isMap(after)) return after;
  return patchedMap(found, before, after);
}

function patchedMap(found: JsonMap, before: JsonMap, after: JsonMap): JsonMap {
  const kept = Object.entries(found)
    .filter(([key]) => !(key in before) || after[key] !== undefined)
    .map(
      ([key, value]) =>
        [key, after[key] === undefined ? value : patched(value, before[key], after[key])] as const,
    );
  const come = Object.entries(after).filter(
    ([key, value]) => !Object.hasOwn(found, key) && !same(before[key], value),
  );
  return Object.fromEntries([...kept, ...come]);
}
