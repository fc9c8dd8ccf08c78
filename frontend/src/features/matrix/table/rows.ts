/** The cells in sight as rows of a table: which, and in which order. */
import { verdictOf } from '@/state/expected';
import { OUTCOME } from '@/state/outcomes';
import { indexAt, type ShownMatrix } from '../shownMatrix';

export type SortKey = 'source' | 'target' | 'probe' | 'outcome' | 'rtt' | 'expected' | 'verdict';

export interface Sort {
  key: SortKey;
  descending: boolean;
}

export interface Filter {
  /** In the name of the source or the target, or in the address. */
  text: string;
  /** An outcome's code as text, or all of them. */
  outcome: string;
  expectation: 'all' | 'stated' | 'missed';
}

export const ALL_ROWS: Filter = { text: '', outcome: 'all', expectation: 'all' };

const VERDICT_RANK = { missed: 0, open: 1, met: 2 } as const;
const LAST = 1e12;

/** Indexes of cells. */
export function matrixRows(shown: ShownMatrix, filter: Filter, sort: Sort): number[] {
  const rows = filteredRows(shown, filter);
  const keys = new Map(rows.map((row) => [row.index, sortValue(shown, sort.key, row)]));
  const sign = sort.descending ? -1 : 1;
  const order = (one: number, other: number) =>
    sign * ((keys.get(one) ?? 0) - (keys.get(other) ?? 0)) || one - other;
  return rows.map(({ index }) => index).sort(order);
}

interface Row {
  index: number;
  row: number;
  column: number;
  probe: number;
}

function filteredRows(shown: ShownMatrix, filter: Filter): Row[] {
  const { matrix, columns } = shown;
  const text = filter.text.trim().toLowerCase();
  const inSource = matrix.sources.map((source) => source.includes(text));
  const inTarget = columns.map((number) => {
    const { node = '', address = '' } = matrix.targets[number] ?? {};
    return node.includes(text) || address.includes(text);
  });
  const rows: Row[] = [];
  for (const row of matrix.sources.keys()) {
    for (const column of columns.keys()) {
      if (!inSource[row] && !inTarget[column]) continue;
      for (const probe of shown.probes) {
        const index = indexAt({ ...shown, probe }, row, column);
        if (isWanted(shown, filter, index)) rows.push({ index, row, column, probe });
      }
    }
  }
  return rows;
}

function isWanted(
  { matrix, expected }: ShownMatrix,
  { outcome, expectation }: Filter,
  index: number,
): boolean {
  const code = matrix.outcomes[index] ?? OUTCOME.pending;
  if (outcome !== 'all' && code !== Number(outcome)) return false;
  if (expectation === 'all') return true;
  const stated = expected.get(index);
  if (stated === undefined) return false;
  return expectation === 'stated' || verdictOf(stated.outcome, code) === 'missed';
}

function sortValue(shown: ShownMatrix, key: SortKey, { index, row, column, probe }: Row): number {
  const { matrix, expected } = shown;
  const code = matrix.outcomes[index] ?? OUTCOME.pending;
  const stated = expected.get(index)?.outcome;
  switch (key) {
    case 'source':
      return row;
    case 'target':
      return column;
    case 'probe':
      return probe;
    case 'outcome':
      return code;
    case 'rtt':
      return missingLast(matrix.rtts_us[index] ?? -1);
    case 'expected':
      return stated === undefined ? LAST : stated === 'reached' ? 0 : 1;
    case 'verdict':
      return stated === undefined ? LAST : VERDICT_RANK[verdictOf(stated, code)];
  }
}

function missingLast(value: number): number {
  return value < 0 ? LAST : value;
}
