import { useMemo, useState } from 'react';
import { t } from '@/i18n';
import { useVirtualRows } from '@/ui';
import { useMatrixView } from '../matrixView';
import type { ShownMatrix } from '../shownMatrix';
import { MatrixRow } from './MatrixRow';
import css from './MatrixTable.module.css';
import { ALL_ROWS, matrixRows, type Sort, type SortKey } from './rows';
import { TableFilter } from './TableFilter';

const ROW_PX = 34;
const COLUMNS: readonly { key?: SortKey; label: string }[] = [
  { key: 'source', label: t('From') },
  { key: 'target', label: t('To') },
  { label: t('Address') },
  { key: 'probe', label: t('Probe') },
  { key: 'outcome', label: t('Outcome') },
  { key: 'rtt', label: t('Round trip') },
  { key: 'expected', label: t('Expected') },
  { key: 'verdict', label: t('Verdict') },
  { label: t('Reason') },
];

/** The matrix row by row: sorted, filtered, and for those who do not look at a heat map. */
export function MatrixTable({ shown }: { shown: ShownMatrix }) {
  const [filter, setFilter] = useState(ALL_ROWS);
  const [sort, setSort] = useState<Sort>({ key: 'source', descending: false });
  const chosen = useMatrixView((view) => view.chosen);
  const look = useMatrixView((view) => view.look);
  const rows = useMemo(() => matrixRows(shown, filter, sort), [shown, filter, sort]);
  const { measure, onScroll, first, end, before_px, after_px } = useVirtualRows(rows.length, ROW_PX);
  const onSort = (key: SortKey) =>
    setSort((before) => ({ key, descending: before.key === key && !before.descending }));
  return (
    <div className={css.panel}>
      <TableFilter shown={shown} filter={filter} count={rows.length} onFilter={setFilter} />
      <div
        ref={measure}
        className={css.scroller}
        onScroll={onScroll}
        tabIndex={0}
        role="region"
        aria-label={t('Results, row by row')}
      >
        <table className={css.table} aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <HeaderCell
                  key={column.label}
                  label={column.label}
                  sortKey={column.key}
                  sort={sort}
                  onSort={onSort}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            <Gap height_px={before_px} />
            {rows.slice(first, end).map((index, position) => (
              <MatrixRow
                key={index}
                shown={shown}
                index={index}
                rowNumber={first + position + 2}
                isChosen={index === chosen}
                onChoose={() => look({ chosen: index })}
              />
            ))}
            <Gap height_px={after_px} />
          </tbody>
        </table>
        {rows.length === 0 && <p className={css.none}>{t('No row is like that.')}</p>}
      </div>
    </div>
  );
}

function Gap({ height_px }: { height_px: number }) {
  if (height_px === 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={COLUMNS.length} style={{ height: height_px, padding: 0 }} />
    </tr>
  );
}

function HeaderCell({
  label,
  sortKey,
  sort,
  onSort,
}: {
  label: string;
  sortKey: SortKey | undefined;
  sort: Sort;
  onSort: (key: SortKey) => void;
}) {
  if (sortKey === undefined) return <th scope="col">{label}</th>;
  const isSorted = sort.key === sortKey;
  const direction = sort.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isSorted ? direction : 'none'}>
      <button type="button" className={css.sort} onClick={() => onSort(sortKey)}>
        {label}
        <span aria-hidden>{isSorted ? (sort.descending ? '↓' : '↑') : ''}</span>
      </button>
    </th>
  );
}
