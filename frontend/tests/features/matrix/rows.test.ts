import { expect, test } from 'vitest';
import { cellAt, type ShownMatrix } from '@/features/matrix/shownMatrix';
import { ALL_ROWS, matrixRows, type Filter, type Sort } from '@/features/matrix/table/rows';
import { shownOf } from './shown';

const BY_SOURCE: Sort = { key: 'source', descending: false };

function table(shown: ShownMatrix, filter: Partial<Filter> = {}, sort = BY_SOURCE): string[] {
  return matrixRows(shown, { ...ALL_ROWS, ...filter }, sort).map((index) => {
    const cell = cellAt(shown, index);
    return cell === null ? '' : `${cell.source} ${cell.target.address} ${cell.probe}`;
  });
}

test('every cell of the probes and addresses in sight is a row', () => {
  expect(table(shownOf({ layout: 'table' }))).toHaveLength(12);
  expect(table(shownOf({ probe: 'ping' }))).toHaveLength(6);
  expect(table(shownOf({ probe: 'ping', family: 'ipv6' }))).toEqual(['a fd00::2 ping', 'b fd00::2 ping']);
});

test('rows are filtered by text, outcome and expectation', () => {
  const shown = shownOf({ layout: 'table' });
  expect(table(shown, { text: ' FD00 ' })).toHaveLength(4);
  expect(table(shown, { outcome: '2' })).toEqual(['a 10.0.1.2 tcp/80']);
  expect(table(shown, { expectation: 'stated' })).toHaveLength(3);
  expect(table(shown, { expectation: 'missed' })).toEqual(['a 10.0.1.2 tcp/80', 'b 10.0.1.1 ping']);
});

test('round trips are sorted with those that have none at the end, or first when turned round', () => {
  const shown = shownOf({ probe: 'ping' });
  const up = table(shown, {}, { key: 'rtt', descending: false });
  expect(up[0]).toBe('a 10.0.1.1 ping');
  expect(up.at(-1)).toBe('a fd00::2 ping');
  expect(table(shown, {}, { key: 'rtt', descending: true })[0]).toBe('a fd00::2 ping');
});

test('missed expectations come first by verdict', () => {
  const rows = table(shownOf({ layout: 'table' }), {}, { key: 'verdict', descending: false });
  expect(rows.slice(0, 3).sort()).toEqual(['a 10.0.1.2 ping', 'a 10.0.1.2 tcp/80', 'b 10.0.1.1 ping']);
  expect(rows.indexOf('a 10.0.1.2 ping')).toBe(2);
});
