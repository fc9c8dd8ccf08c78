import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import german from '@/i18n/de';
import type { Catalogue } from '@/i18n';
import { readSources } from './saidTexts';
import { readServer } from './serverTexts';

const { said, hidden } = readSources();
const server = readServer();
const texts = new Set([...said.map(({ text }) => text), ...server.texts]);
const gaps = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
/** All forms that name the number; where there is one of it, words may do instead. */
const forms = (text: string): string[] => {
  const message = german[text] ?? '';
  if (typeof message === 'string') return [message];
  const { one = '', ...others } = message;
  return [...Object.values(others), one.includes('{count}') ? one : `${one}{count}`];
};

test('every text is written out where it is said', () => {
  expect(said.length).toBeGreaterThan(5);
  expect(hidden).toEqual([]);
});

test('every template of the server is written out where it is filled', () => {
  expect(server.texts.size).toBeGreaterThan(5);
  expect(server.hidden).toEqual([]);
});

test('every text has its German', () => {
  expect([...texts].filter((text) => !(text in german))).toEqual([]);
});

test('the German catalogue has nothing that nobody says', () => {
  expect(Object.keys(german).filter((text) => !texts.has(text))).toEqual([]);
});

test('a text is translated in one place', async () => {
  const folder = join(import.meta.dirname, '../../src/i18n/de');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const parts = files.filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts'));
  const keys: string[] = [];
  for (const part of parts) {
    const module = (await import(/* @vite-ignore */ join(folder, part))) as Record<string, Catalogue>;
    keys.push(...Object.values(module).flatMap((catalogue) => Object.keys(catalogue)));
  }
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(new Set(keys)).toEqual(new Set(Object.keys(german)));
});

test('a German text has the gaps of the English one', () => {
  const wrong = [...texts].filter((text) =>
    forms(text).some((form) => JSON.stringify(gaps(form)) !== JSON.stringify(gaps(text))),
  );
  expect(wrong).toEqual([]);
});

test('a text with a number has a form for one and for others', () => {
  const here = said.filter((one) => one.counted).map(({ text }) => text);
  const counted = [...here, ...server.counted].map((text) => german[text]);
  expect(counted.filter((message) => typeof message === 'string' || !message?.one || !message.other)).toEqual(
    [],
  );
});
