/** What the drawing expects of the cells of a matrix, and whether it came so. */
import { refText, type ExpectationJson, type Outcome, type Projection } from '@/doc';
import { cellIndex, type Matrix } from './matrix';
import { OUTCOME } from './outcomes';

export type CellVerdict = 'met' | 'missed' | 'open';

export interface CellExpectation {
  outcome: Outcome;
  /** Numbers of the expectations that speak of this cell. */
  expectations: readonly number[];
}

/** By cell index. */
export type Expected = ReadonlyMap<number, CellExpectation>;

/** Each expectation is of one source, one probe and the targets that `to` names. */
export function expectedCells(matrix: Matrix, expectations: readonly ExpectationJson[]): Expected {
  const cells = new Map<number, CellExpectation>();
  for (const [number, one] of expectations.entries()) {
    const source = matrix.sources.indexOf(one.from);
    const probe = matrix.probes.indexOf(one.probe ?? 'ping');
    if (source < 0 || probe < 0) continue;
    for (const target of targetsOf(matrix, one.to)) {
      const index = cellIndex(matrix, probe, source, target);
      const earlier = cells.get(index)?.expectations ?? [];
      cells.set(index, { outcome: one.outcome ?? 'reached', expectations: [...earlier, number] });
    }
  }
  return cells;
}

/** A node is asked at its first address, an interface at all of its own. */
function targetsOf(matrix: Matrix, to: string): number[] {
  const numbers = [...matrix.targets.keys()];
  const node = numbers.filter((number) => matrix.targets[number]?.node === to);
  if (node.length > 0) return node.slice(0, 1);
  const address = canonicalAddress(to);
  return numbers.filter((number) => {
    const target = matrix.targets[number];
    return (
      target !== undefined && (`${target.node}:${target.interface}` === to || target.address === address)
    );
  });
}

/** IPv6 has many spellings of one address; a URL knows the canonical one. */
function canonicalAddress(text: string): string {
  if (text.split(':').length < 3) return text;
  try {
    return new URL(`http://[${text}]`).hostname.slice(1, -1);
  } catch {
    return text;
  }
}

export function verdictOf(expected: Outcome, code: number): CellVerdict {
  if (code === OUTCOME.pending) return 'open';
  const reached = code === OUTCOME.reached;
  return reached === (expected === 'reached') ? 'met' : 'missed';
}

export interface ExpectedCounts {
  met: number;
  missed: number;
  open: number;
  unstated: number;
}

/** Counts expectations cell by cell; with `probe`, those of that probe only. */
export function countExpected(matrix: Matrix, expected: Expected, probe?: number): ExpectedCounts {
  const size = matrix.sources.length * matrix.targets.length;
  const counts = { met: 0, missed: 0, open: 0 };
  let stated = 0;
  for (const [index, { outcome }] of expected) {
    if (probe !== undefined && Math.floor(index / size) !== probe) continue;
    counts[verdictOf(outcome, matrix.outcomes[index] ?? OUTCOME.pending)] += 1;
    stated += 1;
  }
  const cells = probe === undefined ? matrix.outcomes.length : size;
  return { ...counts, unstated: cells - stated };
}

/**
 * What the drawing expects now, in the names it had when the matrix was made: a rename since then loses nothing, and a
 * new expectation is held against results that are there already.
 */
export function statedExpectations(now: Projection, then: Projection): ExpectationJson[] {
  return [...now.expectations.values()].flatMap((one) => {
    const from = refText(then, one.from);
    const to = refText(then, one.to);
    if (from === undefined || to === undefined) return [];
    return [{ from, to, probe: one.probe, ...one.fields }];
  });
}
