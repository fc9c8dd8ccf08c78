/** The language of this page: chosen in this browser, else what the browser asks for. */
import type { Catalogue, Server } from './catalogue';
import { LANGUAGES, speak, speech, type Language } from './speech';

const KEY = 'vethwork.language';

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
