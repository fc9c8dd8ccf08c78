import { Search } from 'lucide-react';
import { t, tn } from '@/i18n';
import type { PlacedProblem } from '@/state/problems';
import { Input, Segmented } from '@/ui';
import type { Severities, Wanted } from './grouped';
import css from './ProblemsPanel.module.css';

/** How many there are, and which of them are looked for. */
export function ProblemsToolbar({
  problems,
  wanted,
  onWanted,
}: {
  problems: readonly PlacedProblem[];
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
}) {
  const errors = problems.filter((one) => one.severity === 'error').length;
  const warnings = problems.length - errors;
  const choices: { value: Severities; label: string }[] = [
    { value: 'all', label: t('All') },
    { value: 'error', label: tn(errors, '{count} error', '{count} errors') },
    { value: 'warning', label: tn(warnings, '{count} warning', '{count} warnings') },
  ];
  return (
    <div className={css.toolbar} role="search">
      <Segmented
        label={t('Severity')}
        value={wanted.severity}
        choices={choices}
        onValueChange={(severity) => onWanted({ ...wanted, severity })}
      />
      <span className={css.search}>
        <Search size={14} aria-hidden />
        <Input
          type="search"
          aria-label={t('Filter problems')}
          placeholder={t('Filter problems')}
          value={wanted.text}
          onChange={(event) => onWanted({ ...wanted, text: event.target.value })}
        />
      </span>
    </div>
  );
}
