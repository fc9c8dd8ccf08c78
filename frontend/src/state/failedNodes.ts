/** Who has a cell in the newest matrix that is not as the drawing expects it. */
import { nodeIdByName, type Projection } from '@/doc';
import { expectedCells, statedExpectations, verdictOf } from './expected';
import { cellPlace, type Matrix } from './matrix';

/** `then` is the drawing that the matrix was made of. */
export function failedNodes(matrix: Matrix, now: Projection, then: Projection): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [index, { outcome }] of expectedCells(matrix, statedExpectations(now, then))) {
    if (verdictOf(outcome, matrix.outcomes[index] ?? 0) !== 'missed') continue;
    const { source, target } = cellPlace(matrix, index);
    for (const name of [matrix.sources[source], matrix.targets[target]?.node])
      if (name !== undefined) names.add(name);
  }
  const ids = nodeIdByName(then);
  return new Set([...names].flatMap((name) => ids.get(name) ?? []));
}
