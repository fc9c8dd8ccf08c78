/** Fields of an element, and the order of elements. */
import type * as Y from 'yjs';
import type { Element } from '../roots';

export function nextOrder(elements: Y.Map<Element>): number {
  let last = -1;
  for (const one of elements.values()) last = Math.max(last, (one.get('$order') as number | undefined) ?? 0);
  return last + 1;
}

/** Sets a field, or takes it out of the document when there is nothing to say. */
export function setField(target: Element | undefined, field: string, value: unknown): void {
  if (value === undefined) target?.delete(field);
  else target?.set(field, value);
}
