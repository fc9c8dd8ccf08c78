import { expect, test } from 'vitest';
import { formatAgo, formatCount, formatDuration, formatRtt, plural, sentence } from '@/lib/format';

test.each([
  [-1, '–'],
  [0, '0 µs'],
  [999, '999 µs'],
  [1240, '1.24 ms'],
  [45_600, '45.6 ms'],
  [456_000, '456 ms'],
  [1_500_000, '1.5 s'],
])('a round trip of %i µs reads %s', (rtt_us, text) => {
  expect(formatRtt(rtt_us)).toBe(text);
});

test.each([
  [0, '1 ms'],
  [0.041, '41 ms'],
  [0.1, '0.10 s'],
  [9.99, '9.99 s'],
  [42, '42.0 s'],
  [125, '2 min 5 s'],
])('%f s reads %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test.each([
  [5, 'just now'],
  [61, '1 min ago'],
  [3 * 3600, '3 h ago'],
  [30 * 3600, 'yesterday'],
  [4 * 86_400, '4 days ago'],
])('%i s before now is %s', (seconds, text) => {
  const now = new Date('2026-03-01T12:00:00Z');
  expect(formatAgo(new Date(now.getTime() - seconds * 1000), now)).toBe(text);
});

test('numbers are grouped and words agree with them', () => {
  expect(formatCount(1234567)).toBe('1,234,567');
  expect(plural(1, 'node')).toBe('1 node');
  expect(plural(2000, 'node')).toBe('2,000 nodes');
});

test('what the server says becomes a sentence, and a name stays as it is', () => {
  expect(sentence('the name is wrong')).toBe('The name is wrong.');
  expect(sentence('lo is down in h1')).toBe('lo is down in h1.');
  expect(sentence('Try again!')).toBe('Try again!');
  expect(sentence('')).toBe('');
});
