import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunEvent } from '@/api';
import { ApiError } from '@/api/errors';
import { RunFeed, type Connection, type EventSocket } from '@/api/runEvents';
import { seeded } from '../doc/topologies';
import { matrixEvents } from './runOfEvents';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Broken = (event: RunEvent, socket: number) => 'send' | 'drop' | 'twice' | 'break';

/** The server's end: sockets that behave as `broken` says, over a stream that is all there. */
function server(events: readonly RunEvent[], broken: Broken) {
  let opened = 0;
  const openSocket = (_: string, after: number): EventSocket => {
    const socket: EventSocket = { onopen: null, onmessage: null, onclose: null, close: () => undefined };
    const number = (opened += 1);
    setTimeout(() => {
      socket.onopen?.();
      for (const event of events.slice(after)) {
        const what = broken(event, number);
        if (what === 'break') {
          socket.onclose?.({ code: 1006 });
          return;
        }
        const message = { data: JSON.stringify(event) };
        if (what !== 'drop') socket.onmessage?.(message);
        if (what === 'twice') socket.onmessage?.(message);
      }
      socket.onclose?.({ code: 1000 });
    }, 1);
    return socket;
  };
  return { openSocket, opened: () => opened };
}

async function follow(events: readonly RunEvent[], broken: Broken, rest: 'answers' | 'down' = 'answers') {
  const { openSocket, opened } = server(events, broken);
  const heard: RunEvent[] = [];
  const connections: Connection[] = [];
  new RunFeed('run', {
    openSocket,
    readEvents: (_, after) =>
      rest === 'answers'
        ? Promise.resolve(events.slice(after))
        : Promise.reject(new ApiError(0, 'no-answer', '')),
    onEvents: (batch) => heard.push(...batch),
    onConnection: (connection) => connections.push(connection),
    soon: (deliver) => setTimeout(deliver, 5),
  }).start();
  await vi.advanceTimersByTimeAsync(120_000);
  return { heard, connections, opened: opened() };
}

test('a good socket tells everything once and ends the feed', async () => {
  const events = matrixEvents(1);
  const { heard, connections, opened } = await follow(events, () => 'send');
  expect(heard).toEqual(events);
  expect(connections).toEqual(['connecting', 'live', 'ended']);
  expect(opened).toBe(1);
});

test.each(Array.from({ length: 25 }, (_, seed) => seed))(
  'bad sockets lose nothing (seed %i)',
  async (seed) => {
    const events = matrixEvents(seed);
    const random = seeded(seed);
    const whims = ['send', 'send', 'send', 'drop', 'twice', 'break'] as const;
    const { heard } = await follow(events, () => whims[Math.floor(random() * whims.length)] ?? 'send');
    expect(heard).toEqual(events);
  },
);

test('while the REST API is down too, the socket goes on after the last event seen', async () => {
  const events = matrixEvents(7);
  const broken: Broken = (event, socket) => (event.seq === 3 * socket ? 'break' : 'send');
  const { heard, opened } = await follow(events, broken, 'down');
  expect(heard).toEqual(events);
  expect(opened).toBeGreaterThan(2);
});

test('a gap on a socket that stays open is filled at once', async () => {
  const events = matrixEvents(4);
  const heard: RunEvent[] = [];
  const socket: EventSocket = { onopen: null, onmessage: null, onclose: null, close: () => undefined };
  new RunFeed('run', {
    openSocket: () => socket,
    readEvents: (_, after) => Promise.resolve(events.slice(after, 4)),
    onEvents: (batch) => heard.push(...batch),
    soon: (deliver) => setTimeout(deliver),
  }).start();
  for (const number of [0, 3]) socket.onmessage?.({ data: JSON.stringify(events[number]) });
  await vi.advanceTimersByTimeAsync(100);
  expect(heard).toEqual(events.slice(0, 4));
});

test('a run that is not ours is not asked for again', async () => {
  let opened = 0;
  const connections: Connection[] = [];
  new RunFeed('run', {
    openSocket: () => {
      opened += 1;
      const socket: EventSocket = { onopen: null, onmessage: null, onclose: null, close: () => undefined };
      setTimeout(() => socket.onclose?.({ code: 4404 }), 1);
      return socket;
    },
    readEvents: () => Promise.resolve([]),
    onEvents: () => undefined,
    onConnection: (connection) => connections.push(connection),
  }).start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(opened).toBe(1);
  expect(connections).toEqual(['connecting', 'refused']);
});

test('a feed that was stopped hands on nothing more', async () => {
  const events = matrixEvents(2);
  const heard: RunEvent[] = [];
  const feed = new RunFeed('run', {
    ...server(events, () => 'send'),
    readEvents: () => Promise.resolve(events),
    onEvents: (batch) => heard.push(...batch),
    soon: (deliver) => setTimeout(deliver, 50),
  }).start();
  await vi.advanceTimersByTimeAsync(10);
  feed.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(heard).toEqual([]);
});
