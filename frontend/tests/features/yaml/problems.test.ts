import { afterEach, expect, test } from 'vitest';
import type { JsonSchema } from '@/api';
import { readSource } from '@/doc/text';
import { schemaProblems } from '@/features/yaml/schema/problems';
import { inWords } from '@/i18n';
import german from '@/i18n/de';
import * as server from '@/i18n/server';
import { speak } from '@/i18n/speech';

const SCHEMA: JsonSchema = {
  type: 'object',
  required: ['mtu'],
  additionalProperties: false,
  properties: {
    mtu: { anyOf: [{ type: 'integer', minimum: 68 }, { type: 'null' }] },
    on: { anyOf: [{ type: 'boolean' }, { type: 'string', enum: ['auto'] }] },
    ends: { type: 'array', minItems: 2, maxItems: 2 },
    kind: { const: 'host' },
  },
};
const WRONG = { on: 7, ends: [1], kind: 'x', forwardin: true };

afterEach(() => speak('en', {}));

function wrong(values: unknown): string[] {
  return inWords(schemaProblems(SCHEMA, values)).map(({ message }) => message);
}

test('what breaks the schema is told in the language of the page', () => {
  expect(wrong(WRONG)).toEqual([
    '“mtu” is missing.',
    '7: expected is true or false or auto.',
    'Too few entries: 2 at least.',
    '"x": expected is "host".',
    '“forwardin” is not known here: mtu, on, ends, kind.',
  ]);
  speak('de', german, server);
  expect(wrong(WRONG)).toEqual([
    '„mtu“ fehlt.',
    '7: erwartet wird true oder false oder auto.',
    'Zu wenige Einträge: mindestens 2.',
    '"x": erwartet wird "host".',
    '„forwardin“ ist hier nicht bekannt: mtu, on, ends, kind.',
  ]);
  expect(wrong({ mtu: 7 })).toEqual(['7 ist zu wenig: mindestens 68.']);
});

test.each([
  ['a: [1', 'Hier wird eine Klammer geöffnet und nicht geschlossen.'],
  ['a: "1', 'Hier wird ein Anführungszeichen geöffnet und nicht geschlossen.'],
  ['a: 1\na: 2', 'Diesen Schlüssel gibt es zweimal: einen behalten.'],
  ['a:\n\tb: 1', 'Mit Leerzeichen einrücken, nicht mit Tabulatoren.'],
  ['a: b: 1', 'Zwei Schlüssel stehen in einer Zeile: den zweiten in eine eigene Zeile setzen.'],
  ['a: 1\nb', 'Nach einem Schlüssel müssen ein Doppelpunkt und ein Leerzeichen stehen.'],
  ['a: @x', 'Ein Text kann nicht mit diesem Zeichen beginnen: ihn in Anführungszeichen setzen.'],
  ['a: &x 1\nb: *x', 'Aliase und tiefere Ebenen werden nicht angenommen: die Werte ausschreiben.'],
  ['a:\n  b: 1\n c: 2', 'Die Einrückung passt nicht zu den Zeilen darüber.'],
  ['- 1', 'Eine Zeichnung besteht aus Schlüsseln mit Werten: mit `nodes:` beginnen.'],
])('%j is no YAML that is taken, and is told so', (text, message) => {
  speak('de', german, server);
  expect(inWords(readSource(text).errors)[0]?.message).toBe(message);
});
