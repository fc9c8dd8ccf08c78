import { expect, test } from 'vitest';
import { yamlTokens } from '@/features/yaml/highlight';

const LINES = [
  '# Two hosts, one bridge',
  'version: vethwork/v1',
  '      veth11: {addresses: [192.168.5.1/24], mtu: 1500, up: false} # born up',
  "  - {from: h1, to: 'fd00:0:0:2::10', probe: tcp/80}",
  '  - ends: ["a:b", c#d]',
  '',
];

function kinds(line: string, kind: string): string[] {
  return yamlTokens(line)
    .filter((token) => token.kind === kind)
    .map((token) => token.text);
}

test.each(LINES)('nothing of %j is lost', (line) => {
  expect(
    yamlTokens(line)
      .map((token) => token.text)
      .join(''),
  ).toBe(line);
});

test('keys, numbers, words, strings and comments are told apart', () => {
  const [, , veth = '', expectation = '', ends = ''] = LINES;
  expect(kinds(veth, 'key')).toEqual(['veth11', 'addresses', 'mtu', 'up']);
  expect(kinds(veth, 'number')).toEqual(['1500']);
  expect(kinds(veth, 'word')).toEqual(['false']);
  expect(kinds(veth, 'comment')).toEqual(['# born up']);
  expect(kinds(expectation, 'string')).toEqual(["'fd00:0:0:2::10'"]);
  expect(kinds(ends, 'comment')).toEqual([]);
});
