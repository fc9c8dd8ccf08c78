import { t, tn } from '@/i18n';
import { countOutcomes } from '@/state/matrix';
import { OUTCOMES } from '@/state/outcomes';
import { SearchField, Select } from '@/ui';
import type { ShownMatrix } from '../shownMatrix';
import css from './MatrixTable.module.css';
import type { Filter } from './rows';

const EXPECTATIONS: readonly { value: Filter['expectation']; label: string }[] = [
  { value: 'all', label: t('Expected or not') },
  { value: 'stated', label: t('With an expectation') },
  { value: 'missed', label: t('Not as expected') },
];

export function TableFilter({
  shown,
  filter,
  count,
  onFilter,
}: {
  shown: ShownMatrix;
  filter: Filter;
  count: number;
  onFilter: (filter: Filter) => void;
}) {
  const counts = countOutcomes(shown.matrix, shown.probes);
  const outcomes = OUTCOMES.filter(({ code }) => (counts[code] ?? 0) > 0).map(({ code, label }) => ({
    value: String(code),
    label,
  }));
  return (
    <div className={css.filter} role="search">
      <SearchField
        label={t('Filter by node or address')}
        placeholder={t('Node or address')}
        size="s"
        value={filter.text}
        onValueChange={(text) => onFilter({ ...filter, text })}
      />
      <Select
        aria-label={t('Filter by outcome')}
        value={filter.outcome}
        options={[{ value: 'all', label: t('Any outcome') }, ...outcomes]}
        onValueChange={(outcome) => onFilter({ ...filter, outcome })}
      />
      <Select
        aria-label={t('Filter by expectation')}
        value={filter.expectation}
        options={EXPECTATIONS}
        onValueChange={(expectation) => onFilter({ ...filter, expectation })}
      />
      <span className={css.count} role="status">
        {tn(count, '{count} row', '{count} rows')}
      </span>
    </div>
  );
}
