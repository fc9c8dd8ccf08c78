/** The matrix together with what the drawing expects of it: all that the heat map, the table and the words need. */
import type { Target } from '@/api';
import type { ExpectationJson, Projection } from '@/doc';
import { sentence } from '@/lib/format';
import {
  expectedCells,
  statedExpectations,
  verdictOf,
  type CellVerdict,
  type Expected,
} from '@/state/expected';
import { cellIndex, cellPlace, type Matrix } from '@/state/matrix';
import { outcomeOf } from '@/state/outcomes';
import type { RunState } from '@/state/runState';
import type { Family, Layout } from './matrixView';

export interface ShownMatrix {
  run: RunState;
  matrix: Matrix;
  expected: Expected;
  stated: readonly ExpectationJson[];
  /** Reasons that the server found, by cell. */
  reasons: ReadonlyMap<number, string>;
  /** The probes in sight. */
  probes: readonly number[];
  /** The targets in sight. */
  columns: readonly number[];
}

export function shownMatrix(
  run: RunState,
  matrix: Matrix,
  drawing: { now: Projection; then: Projection },
  look: Look,
): ShownMatrix {
  const stated = statedExpectations(drawing.now, drawing.then);
  return {
    run,
    matrix,
    stated,
    expected: expectedCells(matrix, stated),
    reasons: reasonsByCell(run, matrix, drawing.then),
    probes: probesInSight(matrix, look),
    columns: [...matrix.targets.keys()].filter((number) => isOfFamily(matrix.targets[number], look.family)),
  };
}

export interface Look {
  probe: string | null;
  family: Family;
  layout: Layout;
}

const SIDE_BY_SIDE = { nodes: 12, probes: 4 } as const;

/** A table holds all probes, a heat map as many as fit side by side. */
export function canShowAll(matrix: Matrix, layout: Layout): boolean {
  const isSmall = Math.max(matrix.sources.length, matrix.targets.length) <= SIDE_BY_SIDE.nodes;
  return layout === 'table' || (isSmall && matrix.probes.length <= SIDE_BY_SIDE.probes);
}

function probesInSight(matrix: Matrix, { probe, layout }: Look): number[] {
  const named = matrix.probes.indexOf(probe ?? '');
  if (named >= 0) return [named];
  const all = [...matrix.probes.keys()];
  return canShowAll(matrix, layout) ? all : all.slice(0, 1);
}

export function hasFamily(matrix: Matrix, family: Family): boolean {
  return matrix.targets.some((target) => isOfFamily(target, family));
}

function isOfFamily(target: Target | undefined, family: Family): boolean {
  return family === 'all' || (target?.address.includes(':') ?? false) === (family === 'ipv6');
}

/** A verdict speaks of an expectation by its number in the drawing that ran. */
function reasonsByCell(run: RunState, matrix: Matrix, then: Projection): ReadonlyMap<number, string> {
  const verdicts = new Map((run.verdicts ?? []).map((verdict) => [verdict.expect, verdict]));
  const reasons = new Map(run.reasons);
  for (const [index, { expectations }] of expectedCells(matrix, statedExpectations(then, then))) {
    for (const number of expectations) {
      const verdict = verdicts.get(number);
      if (verdict?.reason && verdict.outcome === matrix.outcomes[index]) reasons.set(index, verdict.reason);
    }
  }
  return reasons;
}

export interface Cell {
  index: number;
  source: string;
  target: Target;
  probe: string;
  code: number;
  rtt_us: number;
  expected: 'reached' | 'blocked' | null;
  verdict: CellVerdict | null;
  reason: string;
}

export function cellAt(shown: ShownMatrix, index: number): Cell | null {
  const { matrix, expected, reasons } = shown;
  const place = cellPlace(matrix, index);
  const source = matrix.sources[place.source];
  const target = matrix.targets[place.target];
  const probe = matrix.probes[place.probe];
  if (source === undefined || target === undefined || probe === undefined) return null;
  const code = matrix.outcomes[index] ?? 0;
  const expectation = expected.get(index)?.outcome ?? null;
  return {
    index,
    source,
    target,
    probe,
    code,
    rtt_us: matrix.rtts_us[index] ?? -1,
    expected: expectation,
    verdict: expectation && verdictOf(expectation, code),
    reason: sentence(reasons.get(index) ?? outcomeOf(code).sentence),
  };
}

/** The part of a matrix that one heat map shows. */
export interface Facet extends ShownMatrix {
  probe: number;
}

/** The cell in a row and a column of what is in sight. */
export function indexAt(facet: Facet, row: number, column: number): number {
  return cellIndex(facet.matrix, facet.probe, row, facet.columns[column] ?? 0);
}

/** Cells whose outcome is not what the drawing says, in the order of the expectations. */
export function missedCells(shown: ShownMatrix): Cell[] {
  return [...shown.expected.keys()].flatMap((index) => {
    const cell = cellAt(shown, index);
    return cell?.verdict === 'missed' ? [cell] : [];
  });
}
