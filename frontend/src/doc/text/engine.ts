/**
 * Keeps a text and a drawing of the same content. The text shown is always the person's last one with
 * whatever the drawing says otherwise since written into it: taking an edit back gives back every byte.
 */
import type { Drawn } from './drawn';
import { lineDiff, type TextChangeRange } from './lineDiff';
import { applyEdits, mergeEdits } from './mergeText';
import { patchedDocument } from './patchValues';
import { documentText } from './render';
import { readSource, type Source, type TextError } from './source';
import { textChange, type TextChange } from './textChange';
import { canonical, same, type JsonMap } from './values';

export type Typed =
  | { errors: readonly TextError[] }
  /** Null: comments, order or spaces alone. */
  | { change: TextChange | null };

export type Validate = (source: Source) => readonly TextError[];

export class TextEngine {
  /** What the person wrote, and the drawing that it stands for. */
  #source: Source;
  #said: Drawn;
  /** What is shown now, and the drawing that it stands for. */
  #shown: Source;
  #now: Drawn;

  constructor(text: string, said: Drawn) {
    this.#source = readSource(text);
    this.#said = said;
    this.#shown = this.#source;
    this.#now = said;
  }

  get text(): string {
    return this.#shown.text;
  }

  get shown(): Source {
    return this.#shown;
  }

  /** Follows the drawing; returns what changes in the text that is shown. */
  draw(now: Drawn): TextChangeRange[] {
    return this.#show(merged(this.#source, this.#said, now), now);
  }

  /** What a text typed over the one that is shown changes in the drawing. */
  type(text: string, validate: Validate): Typed {
    const typed = readSource(text);
    const errors = typed.errors.length > 0 ? typed.errors : validate(typed);
    if (errors.length > 0) return { errors };
    const before = canonical(this.#shown.values);
    const after = canonical(typed.values);
    return { change: isSaidTheSame(before, after) ? null : textChange(before, after, this.#now) };
  }

  /** The typed text was taken: `now` is the drawing with its change made. */
  commit(text: string, now: Drawn): TextChangeRange[] {
    const typed = readSource(text);
    this.#said = onlyChanged(canonical(this.#shown.values), canonical(typed.values), this.#now, now);
    this.#source = typed;
    this.#shown = typed;
    return this.draw(now);
  }

  /** Somebody else's text came, or an earlier one came back; one that cannot be read is not taken. */
  adopt(text: string, now: Drawn): TextChangeRange[] {
    const source = readSource(text);
    if (source.errors.length > 0) return this.draw(now);
    this.#said = onlyChanged(canonical(this.#source.values), canonical(source.values), this.#said, now);
    this.#source = source;
    return this.draw(now);
  }

  #show(text: string, now: Drawn): TextChangeRange[] {
    const changes = lineDiff(this.#shown.text, text);
    if (changes.length > 0) this.#shown = readSource(text);
    this.#now = now;
    return changes;
  }
}

/** The order of nodes, too, is something that a text says. */
function isSaidTheSame(before: JsonMap, after: JsonMap): boolean {
  return (
    same(before, after) &&
    JSON.stringify(Object.keys(before.nodes ?? {})) === JSON.stringify(Object.keys(after.nodes ?? {}))
  );
}

/** The text changed to say what the drawing says; one that cannot be merged is written anew. */
export function merged(source: Source, said: Drawn, now: Drawn): string {
  if (same(said.values, now.values)) return source.text;
  if (source.errors.length > 0) return documentText(now.values);
  const text = applyEdits(source.text, mergeEdits(source, said, now));
  const read = readSource(text);
  const wanted = patchedDocument(canonical(source.values), said, now);
  const isRight =
    read.errors.length === 0 && same(withoutEmpty(canonical(read.values)), withoutEmpty(wanted));
  return isRight ? text : documentText(now.values);
}

/** A section with nothing in it may be there or not. */
function withoutEmpty(values: JsonMap): JsonMap {
  const isThere = ([, value]: [string, unknown]) =>
    value !== null && !(typeof value === 'object' && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(values).filter(isThere));
}

/** What a new text stands for: where it says something new, that is what is drawn now; all else stands for what it did. */
function onlyChanged(before: JsonMap, after: JsonMap, old: Drawn, now: Drawn): Drawn {
  const values: Record<string, unknown> = { ...now.values };
  for (const section of ['nodes', 'layout']) {
    values[section] =
      section in after || section in now.values ? mixed(section, before, after, old, now) : undefined;
  }
  for (const section of Object.keys({ ...old.values, ...now.values })) {
    if (section === 'nodes' || section === 'layout') continue;
    if (same(before[section], after[section])) values[section] = old.values[section];
  }
  const lists = Object.fromEntries(
    Object.keys(now.lists).map((section) => {
      const isKept = same(before[section], after[section]);
      return [section, (isKept ? old : now).lists[section] ?? []];
    }),
  );
  return { values: values as JsonMap, nodes: namesOf(before, after, old, now), lists };
}

function namesOf(before: JsonMap, after: JsonMap, old: Drawn, now: Drawn): Record<string, string> {
  const [was, is] = [before.nodes, after.nodes].map((value) => (value ?? {}) as JsonMap);
  const isKept = (name: string) => name in old.nodes && same(was?.[name], is?.[name]);
  const kept = Object.entries(old.nodes).filter(([name]) => isKept(name));
  return {
    ...Object.fromEntries(Object.entries(now.nodes).filter(([name]) => !isKept(name))),
    ...Object.fromEntries(kept),
  };
}

function mixed(section: string, before: JsonMap, after: JsonMap, old: Drawn, now: Drawn): JsonMap {
  const [was, is] = [before[section], after[section]].map((value) => (value ?? {}) as JsonMap);
  const [drawnBefore, drawnNow] = [old, now].map((one) => (one.values[section] ?? {}) as JsonMap);
  const entries = Object.keys({ ...drawnBefore, ...is }).flatMap((name) => {
    const value = same(was?.[name], is?.[name]) ? drawnBefore?.[name] : drawnNow?.[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}
