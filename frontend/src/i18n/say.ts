/** What is said away from the page, as in a worker, which speaks no language but English. */
import type { Told } from './catalogue';
import { filled } from './text';

/** An English text that knows what it was made of; `inWords` says it in the language of the page. */
export interface Saying extends Told {
  readonly message: string;
}

/** `say('{value} is odd', { value })`; a saying within the saying is said in the language as well. */
export function say(template: string, values: Readonly<Record<string, string | Saying>> = {}): Saying {
  const texts = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.message,
  ]);
  return { message: filled(template, Object.fromEntries(texts) as Record<string, string>), template, values };
}
