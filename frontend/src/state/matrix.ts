/** The results of one matrix, a byte and an integer a cell. */
import type { Target } from '@/api';
import { said, type Told } from '@/i18n';
import { OUTCOME, OUTCOMES } from './outcomes';

export interface Matrix {
  readonly sources: readonly string[];
  readonly targets: readonly Target[];
  readonly probes: readonly string[];
  /** Codes; cell by cell as `cellIndex` counts. Filled in place, `version` tells that it happened. */
  readonly outcomes: Uint8Array;
  /** Round-trip times in µs; -1 where there is none. */
  readonly rtts_us: Int32Array;
  readonly answered: number;
  readonly version: number;
}

const FIELDS_PER_CELL = 5;

export function emptyMatrix(
  sources: readonly string[],
  targets: readonly Target[],
  probes: readonly string[],
): Matrix {
  const size = sources.length * targets.length * probes.length;
  const rtts_us = new Int32Array(size).fill(-1);
  return { sources, targets, probes, outcomes: new Uint8Array(size), rtts_us, answered: 0, version: 0 };
}

/** Probe by probe, source by source: what a heat map shows lies together. */
export function cellIndex(matrix: Matrix, probe: number, source: number, target: number): number {
  return (probe * matrix.sources.length + source) * matrix.targets.length + target;
}

export interface CellPlace {
  probe: number;
  source: number;
  target: number;
}

export function cellPlace(matrix: Matrix, index: number): CellPlace {
  const row = Math.floor(index / matrix.targets.length);
  return {
    probe: Math.floor(row / matrix.sources.length),
    source: row % matrix.sources.length,
    target: index % matrix.targets.length,
  };
}

/** Writes a batch of `source, target, probe, outcome, rtt` into the matrix. */
export function fillCells(matrix: Matrix, cells: readonly number[]): Matrix {
  let { answered } = matrix;
  for (let at = 0; at + FIELDS_PER_CELL <= cells.length; at += FIELDS_PER_CELL) {
    const index = cellIndex(matrix, cells[at + 2] ?? 0, cells[at] ?? 0, cells[at + 1] ?? 0);
    const outcome = cells[at + 3] ?? OUTCOME.pending;
    if (matrix.outcomes[index] === OUTCOME.pending && outcome !== OUTCOME.pending) answered += 1;
    matrix.outcomes[index] = outcome;
    matrix.rtts_us[index] = cells[at + 4] ?? -1;
  }
  return { ...matrix, answered, version: matrix.version + 1 };
}

const FIELDS_PER_REASON = 4;

/** Reasons that the server found, by cell. */
export function reasonsByCell(
  matrix: Matrix,
  { texts, told, cells }: { texts: readonly string[]; told?: readonly Told[]; cells: readonly number[] },
): ReadonlyMap<number, string> {
  const words = texts.map((text, number) => said(text, told?.[number] ?? {}));
  const reasons = new Map<number, string>();
  for (let at = 0; at + FIELDS_PER_REASON <= cells.length; at += FIELDS_PER_REASON) {
    const index = cellIndex(matrix, cells[at + 2] ?? 0, cells[at] ?? 0, cells[at + 1] ?? 0);
    const text = words[cells[at + 3] ?? -1];
    if (text !== undefined) reasons.set(index, text);
  }
  return reasons;
}

/** How many cells of some probes have each outcome, by code. */
export function countOutcomes(matrix: Matrix, probes: readonly number[]): number[] {
  const counts = OUTCOMES.map(() => 0);
  const size = matrix.sources.length * matrix.targets.length;
  for (const probe of probes) {
    for (const code of matrix.outcomes.subarray(probe * size, (probe + 1) * size)) {
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}
