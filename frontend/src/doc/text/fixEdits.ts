/** Edits of single elements, as the server offers them for a problem, made in plain values. */
import { isList, isMap, type Json, type JsonMap } from './values';

/** One change of one element: a merge patch (RFC 7396); null: it goes. Places are those before any of the edits. */
export interface ElementEdit {
  /** As in a problem; `-` as its last step: one more at the end of a list. */
  element: string;
  change: Readonly<Record<string, unknown>> | null;
}

const APPEND = '-';
const GONE = Symbol('gone');
type Draft = Json | typeof GONE;

/** The values with all edits made; an edit of what is not there changes nothing. */
export function edited(values: JsonMap, edits: readonly ElementEdit[]): JsonMap {
  let draft: Draft = values;
  for (const { element, change } of edits) draft = put(draft, element.split('/'), change);
  return swept(draft) as JsonMap;
}

function put(holder: Draft, steps: readonly string[], change: ElementEdit['change']): Draft {
  const [step, ...rest] = steps;
  if (step === undefined) return change === null ? GONE : patched(holder, change);
  if (isList(holder)) return putInList(holder, step, rest, change);
  const map = isMap(holder) ? holder : {};
  const inside = map[step] ?? (rest[0] === APPEND ? [] : undefined);
  if (inside === undefined && change === null) return holder;
  return { ...map, [step]: put(inside, rest, change) } as JsonMap;
}

function putInList(
  items: readonly Json[],
  step: string,
  rest: readonly string[],
  change: ElementEdit['change'],
): Draft {
  if (step === APPEND) return change === null ? items : [...items, patched({}, change) as Json];
  const place = Number(step);
  if (!(place in items)) return items;
  return items.map((item, at) => (at === place ? (put(item, rest, change) as Json) : item));
}

/** RFC 7396. */
function patched(before: Draft, patch: unknown): Draft {
  if (!isMap(patch)) return patch as Json;
  const after = new Map<string, Draft>(isMap(before) ? Object.entries(before) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) after.delete(key);
    else after.set(key, patched(after.get(key), value));
  }
  return Object.fromEntries(after) as JsonMap;
}

/** Without what has gone; it kept its place until now. */
function swept(value: Draft): Json {
  if (isList(value)) return (value as readonly Draft[]).filter((one) => one !== GONE).map(swept);
  if (!isMap(value)) return value as Json;
  const entries = Object.entries(value as Readonly<Record<string, Draft>>);
  return Object.fromEntries(entries.filter(([, one]) => one !== GONE).map(([key, one]) => [key, swept(one)]));
}
