import { expect, test } from 'vitest';
import { common, commonFields, MIXED, withChanges } from '@/features/inspector/common';

test('what all say is common, anything else is mixed', () => {
  expect(common([1, 1, 1])).toBe(1);
  expect(common([1, 2, 1])).toBe(MIXED);
  expect(common([undefined, undefined])).toBe(undefined);
  expect(common([undefined, 1])).toBe(MIXED);
});

test('a field that one of them lacks is mixed as well', () => {
  const { alike, mixed } = commonFields([{ delay_ms: 5, rate_kbit: 9 }, { delay_ms: 5 }]);
  expect(alike).toEqual({ delay_ms: 5 });
  expect([...mixed]).toEqual(['rate_kbit']);
});

test('an edit of what is common leaves the rest of each alone', () => {
  const one = { delay_ms: 5, rate_kbit: 9 };
  expect(withChanges(one, { delay_ms: 5 }, { delay_ms: 5, queue_packets: 3 })).toEqual({
    delay_ms: 5,
    rate_kbit: 9,
    queue_packets: 3,
  });
  expect(withChanges(one, { delay_ms: 5 }, {})).toEqual({ rate_kbit: 9 });
});
