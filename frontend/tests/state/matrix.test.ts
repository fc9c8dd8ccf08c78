import { expect, test } from 'vitest';
import { cellIndex, cellPlace, countOutcomes, emptyMatrix, fillCells } from '@/state/matrix';
import { OUTCOME, outcomeOf, OUTCOMES } from '@/state/outcomes';

const TARGETS = ['a', 'b', 'c'].map((node, index) => ({
  node,
  interface: 'eth0',
  address: `10.0.1.${index + 1}`,
}));
const empty = () => emptyMatrix(['a', 'b'], TARGETS, ['ping', 'tcp/80']);

test('every cell has an index of its own and finds back', () => {
  const matrix = empty();
  const seen = new Set<number>();
  for (const probe of [0, 1]) {
    for (const source of [0, 1]) {
      for (const target of [0, 1, 2]) {
        const index = cellIndex(matrix, probe, source, target);
        expect(cellPlace(matrix, index)).toEqual({ probe, source, target });
        seen.add(index);
      }
    }
  }
  expect([...seen].sort((one, other) => one - other)).toEqual([...matrix.outcomes.keys()]);
});

test('cells are written where they belong, and counted once however often they come', () => {
  let matrix = fillCells(empty(), [1, 2, 0, OUTCOME.reached, 42, 0, 0, 1, OUTCOME.refused, -1]);
  matrix = fillCells(matrix, [1, 2, 0, OUTCOME.timed_out, -1]);
  expect(matrix.answered).toBe(2);
  expect(matrix.outcomes[cellIndex(matrix, 0, 1, 2)]).toBe(OUTCOME.timed_out);
  expect(matrix.rtts_us[cellIndex(matrix, 0, 1, 2)]).toBe(-1);
  expect(matrix.outcomes[cellIndex(matrix, 1, 0, 0)]).toBe(OUTCOME.refused);
});

test('outcomes are counted probe by probe', () => {
  const matrix = fillCells(empty(), [0, 0, 0, OUTCOME.reached, 5, 0, 1, 1, OUTCOME.reached, 7]);
  expect(countOutcomes(matrix, [0])[OUTCOME.reached]).toBe(1);
  expect(countOutcomes(matrix, [0, 1])[OUTCOME.reached]).toBe(2);
  expect(countOutcomes(matrix, [0, 1])[OUTCOME.pending]).toBe(10);
});

test('outcomes are listed by their codes', () => {
  expect(OUTCOMES.map(({ code }) => code)).toEqual([...OUTCOMES.keys()]);
  for (const { id, code } of OUTCOMES) expect(OUTCOME[id]).toBe(code);
  expect(() => outcomeOf(99)).toThrow(RangeError);
});
