import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atMost } from '@/lib/atMost';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('the first call is made at once, the last of those after it when it is time', () => {
  const calls: number[] = [];
  const call = atMost(100, (number: number) => calls.push(number));
  for (const number of [1, 2, 3]) call(number);
  expect(calls).toEqual([1]);
  vi.advanceTimersByTime(100);
  expect(calls).toEqual([1, 3]);
  call(4);
  vi.advanceTimersByTime(99);
  expect(calls).toEqual([1, 3]);
  vi.advanceTimersByTime(1);
  expect(calls).toEqual([1, 3, 4]);
  vi.advanceTimersByTime(100);
  call(5);
  expect(calls).toEqual([1, 3, 4, 5]);
});

test('what waits is not called once it is stopped', () => {
  const calls: number[] = [];
  const call = atMost(100, (number: number) => calls.push(number));
  call(1);
  call(2);
  call.stop();
  vi.advanceTimersByTime(1000);
  expect(calls).toEqual([1]);
});
