import { expect, test } from 'vitest';
import { cellAt, missedCells } from '@/features/matrix/shownMatrix';
import { cellText, columnLabels, summaryOf } from '@/features/matrix/words';
import { EVENTS, shownOf } from './shown';

test('the summary tells what it comes down to', () => {
  expect(summaryOf(shownOf())).toEqual({
    tone: 'bad',
    headline: '2 of 3 expectations missed',
    detail: 'ping + tcp/80: 9 of 12 reached, Refused: 1, Timed out: 2, median 25 µs',
  });
  expect(summaryOf(shownOf({ probe: 'ping' })).detail).toBe(
    'ping: 5 of 6 reached, Timed out: 1, median 25 µs',
  );
});

test('while cells are still coming the summary counts them', () => {
  const shown = shownOf({}, EVENTS.slice(0, 3));
  expect(summaryOf(shown)).toMatchObject({ tone: 'busy', headline: 'Checking: 12 of 12' });
});

test('missed cells come with the reason that the server found', () => {
  expect(missedCells(shownOf()).map(({ source, probe, reason }) => [source, probe, reason])).toEqual([
    ['b', 'ping', 'An answer came back.'],
    ['a', 'tcp/80', 'lo of b listens to nobody.'],
  ]);
});

test('a cell without a verdict says what its outcome means', () => {
  const cell = cellAt(shownOf(), 2);
  expect(cell).toMatchObject({ expected: null, verdict: null });
  expect(cell?.reason).toBe('Nothing came back, though it was asked twice.');
});

test('a cell can be said', () => {
  const cell = cellAt(shownOf(), 1);
  expect(cell && cellText(cell)).toBe('a to b by ping: Reached, 40 µs. It must reach: as expected.');
});

test('targets of one node are told apart', () => {
  const target = (node: string, address: string) => ({ node, interface: 'eth0', address });
  const labels = (...targets: ReturnType<typeof target>[]) => columnLabels({ targets });
  expect(labels(target('a', '10.0.1.1'), target('b', '10.0.1.2'), target('b', 'fd00::2'))).toEqual([
    'a',
    'b v4',
    'b v6',
  ]);
  expect(labels(target('b', '10.0.1.2'), target('b', '10.0.2.2'))).toEqual(['b 10.0.1.2', 'b 10.0.2.2']);
  expect(labels(target('', '8.8.8.8'))).toEqual(['8.8.8.8']);
});
