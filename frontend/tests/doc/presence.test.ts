import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Presence } from '@/doc';
import { readPresence } from '@/doc/readPresence';
import { DocumentServer, openWindow } from './documentServer';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const ANA = { id: '7', name: 'Ana', color: '#0072b2' };

async function twoWindows() {
  const server = new DocumentServer();
  const [one, other] = [await openWindow(server), await openWindow(server)];
  one.provider.awareness.setLocalState({ user: ANA });
  return { server, ana: new Presence(one.provider.awareness), seen: new Presence(other.provider.awareness) };
}

test('what one shares the others see, thirty times a second at most', async () => {
  const { server, ana, seen } = await twoWindows();
  const before = server.received.length;
  for (let x = 0; x < 100; x += 1) {
    ana.share({ cursor: { x, y: 0 } });
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(100);
  expect(seen.people).toMatchObject([{ user: ANA, cursor: { x: 99, y: 0 } }]);
  expect(server.received.length - before).toBeLessThanOrEqual(31);
});

test('a pointer that moves makes no new list of people, a selection does', async () => {
  const { ana, seen } = await twoWindows();
  const before = seen.roster;
  ana.share({ cursor: { x: 1, y: 1 } });
  await vi.advanceTimersByTimeAsync(50);
  expect(seen.roster).toBe(before);
  ana.share({ selection: ['n1'] });
  await vi.advanceTimersByTimeAsync(50);
  expect(seen.roster).toMatchObject([{ selection: ['n1'] }]);
});

test('whoever is cut off is gone', async () => {
  const { server, seen } = await twoWindows();
  expect(seen.people).toHaveLength(1);
  server.reachable = false;
  server.cutAll();
  expect(seen.people).toEqual([]);
});

test('what another window says is taken for no more than it may be', () => {
  const far = { x: Number.NaN, y: 0 };
  const selection = [...Array.from({ length: 1000 }, (_, index) => `n${index}`), 7];
  const state = {
    user: { id: 7, name: 'x'.repeat(500), color: 'url(https://elsewhere)' },
    cursor: far,
    selection,
    drag: { n1: [1, 2], n2: ['a', 'b'], n3: 7 },
    viewport: { x: 0, y: 0, zoom: -1 },
    ping: 'here',
  };
  const person = readPresence(1, state);
  expect(person).toMatchObject({ cursor: null, drag: { n1: [1, 2] }, viewport: null, ping: null });
  expect(person?.user.name).toHaveLength(60);
  expect(person?.user.color).toMatch(/^#[0-9a-f]{6}$/);
  expect(person?.selection).toHaveLength(200);
  expect(readPresence(1, { user: { id: 7 } })).toBeNull();
  expect(readPresence(1, 'nobody')).toBeNull();
});
