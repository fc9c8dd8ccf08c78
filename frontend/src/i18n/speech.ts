/** What this page speaks now. */
import type { Catalogue, Server } from './catalogue';

/** Each language in its own words; the first one is what texts are written in. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

export interface Speech {
  readonly language: Language;
  /** The language as this person's browser has it, with its country. */
  readonly locale: string;
  readonly catalogue: Catalogue;
  /** How what the server says gets into this language; English is what it speaks. */
  readonly server?: Server;
}

export let speech: Speech = { language: 'en', locale: 'en', catalogue: {} };

export function speak(language: Language, catalogue: Catalogue, server?: Server): void {
  const locale = navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
  speech = { language, locale, catalogue, ...(server && { server }) };
  document.documentElement.lang = language;
}
