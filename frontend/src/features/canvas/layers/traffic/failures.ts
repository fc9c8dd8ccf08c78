/** At which nodes checks failed: of the newest matrix, as a source or as a target. */
import { expectedCells, statedExpectations, verdictOf } from '@/state/expected';
import { nodeIdByName, type Projection } from '@/doc';
import { cellPlace, type Matrix } from '@/state/matrix';
import { OUTCOME } from '@/state/outcomes';

export interface Failures {
  failed: number;
  asked: number;
}

/** Counts cells that are not as expected; where nothing is expected, those that were not reached. */
export function failuresByNode(
  matrix: Matrix,
  { now, then }: { now: Projection; then: Projection },
): ReadonlyMap<string, Failures> {
  const ids = nodeIdByName(then);
  const found = new Map<string, Failures>();
  for (const [index, failed] of judged(matrix, { now, then })) {
    const { source, target } = cellPlace(matrix, index);
    const names = new Set([matrix.sources[source], matrix.targets[target]?.node]);
    for (const name of names) {
      const id = ids.get(name ?? '');
      if (id === undefined) continue;
      const one = found.get(id) ?? { failed: 0, asked: 0 };
      found.set(id, { failed: one.failed + (failed ? 1 : 0), asked: one.asked + 1 });
    }
  }
  return found;
}

function* judged(
  matrix: Matrix,
  { now, then }: { now: Projection; then: Projection },
): Generator<[number, boolean]> {
  const expected = expectedCells(matrix, statedExpectations(now, then));
  if (expected.size > 0) {
    for (const [index, { outcome }] of expected) {
      const verdict = verdictOf(outcome, matrix.outcomes[index] ?? OUTCOME.pending);
      if (verdict !== 'open') yield [index, verdict === 'missed'];
    }
    return;
  }
  for (const [index, code] of matrix.outcomes.entries()) {
    if (code !== OUTCOME.pending) yield [index, code !== OUTCOME.reached];
  }
}
