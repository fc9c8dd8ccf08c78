/** What the server says in English, in another language; English readers need none of this. */
import type { Told } from './catalogue';
import { filled, formFor, open, type Values } from './text';

export function said(text: string, { template, values }: Told): string {
  const inside = Object.entries(values ?? {}).map(([name, value]) => [name, saidValue(name, value)]);
  return filled(open(template ?? text, formFor(values?.count)), Object.fromEntries(inside) as Values);
}

/** Of these people read how much it is; all other numbers are names, such as those of VLANs and ports. */
const AMOUNT = /^count$|_s$/;

/** A sentence within the sentence is said in this language as well. */
function saidValue(name: string, value: unknown): string | number {
  if (typeof value === 'object') return said('', value as Told);
  return typeof value === 'number' && AMOUNT.test(name) ? value : `${value as string | number}`;
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
