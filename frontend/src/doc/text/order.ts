/** Puts elements into an order by moving as few of them as can be. */
import type * as Y from 'yjs';
import type { Element } from '../roots';

export function putOrder(elements: Y.Map<Element>, ids: readonly string[]): void {
  const places = ids.map((id) => Number(elements.get(id)?.get('$order') ?? 0));
  const stays = longestIncreasing(places);
  let before = -Infinity;
  ids.forEach((id, index) => {
    if (stays.has(index)) {
      before = places[index] ?? before;
      return;
    }
    const next = places.find((_, other) => other > index && stays.has(other));
    const place = between(before, next);
    elements.get(id)?.set('$order', place);
    before = place;
  });
}

function between(before: number, after: number | undefined): number {
  if (after === undefined) return before === -Infinity ? 0 : Math.floor(before) + 1;
  return before === -Infinity ? after - 1 : (before + after) / 2;
}

/** Indices of a longest strictly increasing part. */
function longestIncreasing(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous = values.map((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    const before = low > 0 ? tails[low - 1] : undefined;
    tails[low] = index;
    return before;
  });
  const found = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) found.add(at);
  return found;
}
