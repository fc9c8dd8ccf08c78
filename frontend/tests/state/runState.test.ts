import { expect, test } from 'vitest';
import { EventSequence } from '@/api/eventSequence';
import { isOver, newRunState, takeEvents, tookSeconds, type RunState } from '@/state/runState';
import { APPLY_EVENTS, aRun, matrixEvents, numbered } from '../api/runOfEvents';
import { seeded } from '../doc/topologies';

/** What is known at the end, without how often it was redrawn on the way. */
function known(state: RunState): unknown {
  return { ...state, matrix: state.matrix && { ...state.matrix, version: 0 } };
}

test.each(Array.from({ length: 30 }, (_, seed) => seed))(
  'events cut, doubled and out of order end in the same state (seed %i)',
  (seed) => {
    const random = seeded(seed);
    const events = matrixEvents(seed);
    const straight = takeEvents(newRunState(aRun('matrix')), events);
    const messy = [...events, ...events.filter(() => random() < 0.5)]
      .map((event) => ({ event, order: event.seq + random() * 12 }))
      .sort((one, other) => one.order - other.order);
    const sequence = new EventSequence<(typeof events)[number]>();
    let state = newRunState(aRun('matrix'));
    while (messy.length > 0) {
      const arrived = messy.splice(0, 1 + Math.floor(random() * 4)).map(({ event }) => event);
      state = takeEvents(state, sequence.take(arrived));
    }
    expect(known(state)).toEqual(known(straight));
  },
);

test('an event that was taken already changes nothing', () => {
  const state = takeEvents(newRunState(aRun('apply')), APPLY_EVENTS);
  expect(takeEvents(state, APPLY_EVENTS)).toBe(state);
});

test('an apply ends with its plan, its progress, the states and the time it took', () => {
  const state = takeEvents(newRunState(aRun('apply')), APPLY_EVENTS);
  expect(isOver(state)).toBe(true);
  expect(state.plan?.total).toBe(2);
  expect(state.progress).toEqual({ done: 2, total: 2, text: 'create cable a:eth0 -- b:eth0' });
  expect(state.nodes).toEqual({ a: 'up', b: 'up' });
  expect(state.links).toEqual({ '0': 'up' });
  expect(tookSeconds(state)).toBeCloseTo(0.6);
  expect(state.log.map((line) => line.text)).toEqual([
    'A worker has begun',
    '2 operations planned',
    '2 operations done',
  ]);
});

test('a refusal stands in the log at its element', () => {
  const events = numbered([
    { type: 'started', kind: 'apply', lab: 'x', attempt: 2 },
    {
      type: 'refused',
      operation: 'create cable',
      errno: 17,
      message: 'it is there already',
      element: 'links/0',
    },
    { type: 'finished', status: 'failed', summary: 'refused' },
  ]);
  const state = takeEvents(newRunState(aRun('apply')), events);
  expect(state.status).toBe('failed');
  expect(state.log.map(({ text, tone, element }) => [tone, text, element])).toEqual([
    ['plain', 'Attempt 2 begins after a crash', undefined],
    ['bad', 'it is there already', 'links/0'],
    ['bad', 'refused', undefined],
  ]);
});

test('a second attempt begins its matrix anew', () => {
  const [started, , axes, ...rest] = matrixEvents(3);
  const bodies = [started, axes, rest[0], started, axes].map((event) => event as never);
  const state = takeEvents(newRunState(aRun('matrix')), numbered(bodies));
  expect(state.matrix?.answered).toBe(0);
});
