/** A followed socket comes again when it is lost, and only then. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followRates, type LinkRates } from '@/api';
import { followSocket } from '@/api/followSocket';
import type { EventSocket } from '@/api/runEvents';

const SOON_MS = 500;
const LOST = 1006;
const NOT_THERE = 4404;

let opened: EventSocket[];

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
});
afterEach(() => vi.useRealTimers());

function open(): EventSocket {
  const socket: EventSocket = { onopen: null, onmessage: null, onclose: null, close: vi.fn() };
  opened.push(socket);
  return socket;
}

const newest = () => opened.at(-1);
const lose = (code = LOST) => newest()?.onclose?.({ code });

test('a lost one is opened again, later each time, and soon again once it has said something', () => {
  followSocket('/ws', () => () => undefined, { open });
  lose();
  vi.advanceTimersByTime(SOON_MS);
  expect(opened).toHaveLength(2);
  lose();
  vi.advanceTimersByTime(SOON_MS);
  expect(opened).toHaveLength(2);
  vi.advanceTimersByTime(SOON_MS);
  expect(opened).toHaveLength(3);
  newest()?.onmessage?.({ data: '' });
  lose();
  vi.advanceTimersByTime(SOON_MS);
  expect(opened).toHaveLength(4);
});

test('a refused one is not, nor one that nobody wants any more', () => {
  followSocket('/ws', () => () => undefined, { open });
  lose(NOT_THERE);
  const stop = followSocket('/ws', () => () => undefined, { open });
  lose();
  stop();
  vi.advanceTimersByTime(100 * SOON_MS);
  expect(opened).toHaveLength(2);
  expect(newest()?.close).toHaveBeenCalled();
});

test('rates are heard from the first whole on, of each connection anew', () => {
  const heard: LinkRates[] = [];
  followRates('lab', (rates) => heard.push(rates), open);
  const say = (whole: boolean) =>
    newest()?.onmessage?.({ data: JSON.stringify({ whole, at: 0, links: [] }) });
  say(false);
  say(true);
  say(false);
  expect(heard.map((one) => one.whole)).toEqual([true, false]);
  lose();
  vi.advanceTimersByTime(SOON_MS);
  say(false);
  expect(heard).toHaveLength(2);
});
