import { render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { formatNumber, inWords, rich, said, t, tn } from '@/i18n';
import { speak } from '@/i18n/speech';
import * as server from '@/i18n/server';

afterEach(() => speak('en', {}));

const GERMAN = {
  'Remove {name}': '{name} entfernen',
  '{count} nodes': { one: 'ein Knoten', other: '{count} Knoten' },
  'Press {key} twice': 'Zweimal {key} drücken',
};

test('English is what stands in the code', () => {
  expect(t('Remove {name}', { name: 'h1' })).toBe('Remove h1');
  expect([1, 2].map((count) => tn(count, '{count} node', '{count} nodes'))).toEqual(['1 node', '2 nodes']);
});

test('a catalogue speaks another language, with its plurals and its numbers', () => {
  speak('de', GERMAN);
  expect(document.documentElement.lang).toBe('de');
  expect(t('Remove {name}', { name: 'h1' })).toBe('h1 entfernen');
  expect([1, 2000].map((count) => tn(count, '{count} node', '{count} nodes'))).toEqual([
    'ein Knoten',
    '2.000 Knoten',
  ]);
  expect(formatNumber(1234.5)).toBe('1.234,5');
});

test('what is put into a text is never read as a text with gaps', () => {
  expect(t('Remove {name}', { name: '{name}' })).toBe('Remove {name}');
  expect(t('Remove {name}', { other: 'h1' })).toBe('Remove {name}');
});

test('what the server says is said in the language, as are sentences within it, and names are not', () => {
  const told = {
    template: 'Remove {name}',
    values: { name: { template: '{count} nodes', values: { count: 2000 } } },
  };
  expect(said('Remove 2000 nodes', told)).toBe('Remove 2000 nodes');
  speak('de', GERMAN, server);
  expect(said('Remove 2000 nodes', told)).toBe('2.000 Knoten entfernen');
  expect(said('Remove Press', { template: 'Remove {name}', values: { name: 'Press' } })).toBe(
    'Press entfernen',
  );
});

test('what the server counts has the form of its number, and other numbers are names', () => {
  speak('de', GERMAN, server);
  const told = (count: number) => said('', { template: '{count} nodes', values: { count } });
  expect([0, 1, 2000].map(told)).toEqual(['0 Knoten', 'ein Knoten', '2.000 Knoten']);
  expect(said('Remove 2000', { template: 'Remove {name}', values: { name: 2000 } })).toBe('2000 entfernen');
});

test('what the server said before it told templates, or in words that no catalogue has, stays', () => {
  speak('de', GERMAN, server);
  expect(said('h1 has no link', {})).toBe('h1 has no link');
  expect(said('h1 is odd', { template: '{name} is odd', values: { name: 'h1' } })).toBe('h1 is odd');
});

test('an answer of the server is said at any depth, but not what people wrote', () => {
  speak('de', { Line: 'Linie' }, server);
  const answer = { label: 'Line', parts: [{ text: 'Line', name: 'Line' }], topology: { text: 'Line' } };
  expect(inWords(answer)).toEqual({
    label: 'Linie',
    parts: [{ text: 'Linie', name: 'Line' }],
    topology: { text: 'Line' },
  });
});

test('elements stand where the language wants them', () => {
  speak('de', GERMAN);
  const { container } = render(<p>{rich('Press {key} twice', { key: <kbd>A</kbd> })}</p>);
  expect(container.innerHTML).toBe('<p>Zweimal <kbd>A</kbd> drücken</p>');
});
