/** What several things say alike. */
import type { EntryJson } from '@/doc';

/** They differ. */
export const MIXED = Symbol('mixed');
export type Common<Value> = Value | typeof MIXED;

export function common<Value>([first, ...others]: readonly Value[]): Common<Value> | undefined {
  return others.every((one) => one === first) ? first : MIXED;
}

/** The fields that all of them have alike, and the names of those in which they differ. */
export function commonFields(all: readonly EntryJson[]): { alike: EntryJson; mixed: ReadonlySet<string> } {
  const names = new Set(all.flatMap((one) => Object.keys(one)));
  const mixed = new Set([...names].filter((name) => common(all.map((one) => one[name])) === MIXED));
  const alike = Object.fromEntries(Object.entries(all[0] ?? {}).filter(([name]) => !mixed.has(name)));
  return { alike, mixed };
}

/** An object with the fields set, or taken out, that one edit has changed. */
export function withChanges(one: EntryJson, before: EntryJson, after: EntryJson): EntryJson {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => before[name] !== after[name]);
  const gone = new Set(changed.filter((name) => !(name in after)));
  const set = changed.filter((name) => name in after).map((name) => [name, after[name]] as const);
  const kept = Object.entries(one).filter(([name]) => !gone.has(name));
  return Object.fromEntries([...kept, ...set]);
}
