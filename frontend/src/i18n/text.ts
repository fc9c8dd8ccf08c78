/** Texts in this person's language. English is what stands in the code, and what others are found by. */
import type { Message, Told } from './catalogue';
import { speech } from './speech';

export type Values = Readonly<Record<string, string | number>>;

const GAP = /\{(\w+)\}/g;

/** `t('Remove {name}', { name })`; the text is written out here, for a test reads it. */
export function t(text: string, values?: Values): string {
  return filled(open(text), values);
}

/** `tn(3, '{count} node', '{count} nodes')`; a catalogue has it under the second text. */
export function tn(count: number, one: string, many: string, values?: Values): string {
  const message = speech.catalogue[many] ?? { one, other: many };
  return filled(pick(message, formFor(count)), { ...values, count });
}

/** Which form of a text the language has for a number. */
export function formFor(count: unknown): Intl.LDMLPluralRule {
  return typeof count === 'number' ? new Intl.PluralRules(speech.locale).select(count) : 'other';
}

/** What the server says, in this language where a catalogue has it. */
export function said(text: string, told: Told): string {
  return speech.server?.said(text, told) ?? text;
}

/** The same with what the server says in it, at any depth, in this language. */
export function inWords<T>(answer: T): T {
  return speech.server?.inWords(answer) ?? answer;
}

/** A text of the language whose gaps are still open. */
export function open(text: string, form: Intl.LDMLPluralRule = 'other'): string {
  return pick(speech.catalogue[text] ?? text, form);
}

function pick(message: Message, form: Intl.LDMLPluralRule): string {
  return typeof message === 'string' ? message : (message[form] ?? message.other ?? '');
}

export function filled(text: string, values: Values = {}): string {
  return text.replace(GAP, (gap, name: string) => {
    const value = values[name];
    return value === undefined ? gap : typeof value === 'number' ? formatNumber(value) : value;
  });
}

const formats = new Map<string, Intl.NumberFormat>();

/** With the separators of the language, and as many digits after the point as asked for. */
export function formatNumber(value: number, most = 3, least = 0): string {
  const key = `${speech.locale} ${most} ${least}`;
  let format = formats.get(key);
  if (format === undefined) {
    const digits = { maximumFractionDigits: most, minimumFractionDigits: least };
    format = new Intl.NumberFormat(speech.locale, digits);
    formats.set(key, format);
  }
  return format.format(value);
}

export function formatDate(date: Date, options?: Intl.DateTimeFormatOptions): string {
  return date.toLocaleString(speech.locale, options);
}
