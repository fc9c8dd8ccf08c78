import { t, tn } from '@/i18n';
import type { PlacedProblem } from '@/state/problems';
import { PanelToolbar, SearchField, Segmented } from '@/ui';
import type { Severities, Wanted } from './grouped';

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
    <PanelToolbar role="search">
      <Segmented
        label={t('Severity')}
        value={wanted.severity}
        choices={choices}
        onValueChange={(severity) => onWanted({ ...wanted, severity })}
      />
      <SearchField
        label={t('Filter problems')}
        size="s"
        value={wanted.text}
        onValueChange={(text) => onWanted({ ...wanted, text })}
      />
    </PanelToolbar>
  );
}
