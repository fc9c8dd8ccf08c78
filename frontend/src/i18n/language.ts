/** The language of this page: chosen in this browser, else what the browser asks for. */
import type { Catalogue } from './catalogue';
import type { Server } from './server';

const KEY = 'vethwork.language';

/** Each language in its own words; the first one is what texts are written in. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const CATALOGUES: Readonly<
  Record<Exclude<Language, 'en'>, () => Promise<{ default: Catalogue; server: Server }>>
> = {
  de: () => import('./de'),
};

function isLanguage(code: string | null): code is Language {
  return code !== null && Object.hasOwn(LANGUAGES, code);
}

/** Inside another site's page a browser may not let this page remember anything. */
function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function wanted(): Language {
  const stored = remembered();
  const asked = [stored, ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())];
  return asked.find(isLanguage) ?? 'en';
}

export interface Speech {
  readonly language: Language;
  /** The language as this person's browser has it, with its country. */
  readonly locale: string;
  readonly catalogue: Catalogue;
  /** How what the server says gets into this language; English is what it speaks. */
  readonly server?: Server;
}

export let speech: Speech = { language: 'en', locale: 'en', catalogue: {} };

export function speak(language: Language, catalogue: Catalogue, server?: Speech['server']): void {
  const locale = navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
  speech = { language, locale, catalogue, ...(server && { server }) };
  document.documentElement.lang = language;
}

/** Must be done before any part of the page is made, for it is made of texts. */
export async function loadLanguage(): Promise<void> {
  const language = wanted();
  if (language === 'en') {
    speak(language, {});
    return;
  }
  const { default: catalogue, server } = await CATALOGUES[language]();
  speak(language, catalogue, server);
}

export function language(): Language {
  return speech.language;
}

/** Loads the page anew, for every text on it changes. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  window.location.reload();
}
