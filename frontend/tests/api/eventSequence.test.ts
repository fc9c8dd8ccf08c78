import { expect, test } from 'vitest';
import { EventSequence } from '@/api/eventSequence';
import { seeded } from '../doc/topologies';

const EVENTS = Array.from({ length: 60 }, (_, index) => ({ seq: index + 1 }));

/** Cuts the events into pieces that overlap, and puts the pieces into any order. */
function arrivals(seed: number): { seq: number }[][] {
  const random = seeded(seed);
  const pieces: { order: number; piece: { seq: number }[] }[] = [];
  for (let at = 0; at < EVENTS.length; at += 1 + Math.floor(random() * 5)) {
    pieces.push({ order: random(), piece: EVENTS.slice(at, at + 5 + Math.floor(random() * 4)) });
  }
  return pieces.sort((one, other) => one.order - other.order).map(({ piece }) => piece);
}

test.each(Array.from({ length: 40 }, (_, seed) => seed))('any arrival gives the order (seed %i)', (seed) => {
  const sequence = new EventSequence();
  const handedOn = arrivals(seed).flatMap((piece) => sequence.take(piece));
  expect(handedOn).toEqual(EVENTS);
  expect(sequence.hasGap).toBe(false);
});

test('what comes after a gap is held until the gap is filled', () => {
  const sequence = new EventSequence();
  expect(sequence.take([{ seq: 1 }, { seq: 3 }])).toEqual([{ seq: 1 }]);
  expect(sequence.hasGap).toBe(true);
  expect(sequence.last).toBe(1);
  expect(sequence.take([{ seq: 2 }])).toEqual([{ seq: 2 }, { seq: 3 }]);
  expect(sequence.hasGap).toBe(false);
});
