/** What the server says in English, in another language; English readers need none of this. */
import type { Told } from './catalogue';
import { filled, open, type Values } from './text';

export function said(text: string, { template, values }: Told): string {
  const inside = Object.entries(values ?? {}).map(([name, value]) => [name, saidValue(value)]);
  return filled(open(template ?? text), Object.fromEntries(inside) as Values);
}

/** A name or a number as it is, a sentence within the sentence in this language. */
function saidValue(value: unknown): string {
  return typeof value === 'object' ? said('', value as Told) : `${value as string | number}`;
}

/** What a template stands beside, or what has none, such as a field's description; and what people write. */
const TEXT = /^(text|title|label|message|reason|summary|fault|description)$/;
const WRITTEN = /^(topology|before|after)$/;

export function inWords<T>(answer: T): T {
  if (typeof answer !== 'object' || answer === null) return answer;
  if (Array.isArray(answer)) return typeof answer[0] === 'object' ? (answer.map(inWords) as T) : answer;
  const parts = Object.entries(answer).map(([name, part]: [string, unknown]) => {
    if (TEXT.test(name) && typeof part === 'string') return [name, said(part, answer)];
    return [name, WRITTEN.test(name) ? part : inWords(part)];
  });
  return Object.fromEntries(parts) as T;
}
