/** Which items of a list are the same ones after a change. */
import { same, type Json } from './values';

/** For each item afterwards the place that it had before, or nothing where it is new; null: they stand in another order. */
export type Alignment = readonly (number | undefined)[];

/** By ids, when both sides have them. */
export function alignIds(before: readonly string[], after: readonly string[]): Alignment | null {
  const places = new Map(before.map((id, index) => [id, index]));
  return increasing(after.map((id) => places.get(id)));
}

/** By what they say: what is equal at both ends stays, and what lies between is paired in order. */
export function alignValues(before: readonly Json[], after: readonly Json[]): Alignment {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && same(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < most - head && same(before[before.length - 1 - tail], after[after.length - 1 - tail]))
    tail += 1;
  const shift = before.length - after.length;
  const middle = alignMiddle(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  );
  return after.map((_, index) => {
    if (index < head) return index;
    if (index >= after.length - tail) return index + shift;
    const found = middle[index - head];
    return found === undefined ? undefined : found + head;
  });
}

function alignMiddle(before: readonly Json[], after: readonly Json[]): Alignment {
  if (before.length === after.length) return after.map((_, index) => index);
  let from = 0;
  return after.map((item) => {
    const found = before.findIndex((one, index) => index >= from && same(one, item));
    if (found < 0) return undefined;
    from = found + 1;
    return found;
  });
}

function increasing(places: Alignment): Alignment | null {
  let last = -1;
  for (const place of places) {
    if (place === undefined) continue;
    if (place < last) return null;
    last = place;
  }
  return places;
}
