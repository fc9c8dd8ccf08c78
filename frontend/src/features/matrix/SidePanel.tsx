import { t } from '@/i18n';
import { cellAt, type ShownMatrix } from './shownMatrix';
import { CellCard } from './CellCard';
import { Legend } from './Legend';
import { useMatrixView } from './matrixView';
import { Missed } from './Missed';
import css from './SidePanel.module.css';

/** The chosen cell in words; else what is not as expected; then what the colours mean. */
export function SidePanel({ shown }: { shown: ShownMatrix }) {
  const chosen = useMatrixView((view) => view.chosen);
  const cell = chosen === null ? null : cellAt(shown, chosen);
  return (
    <aside className={css.side} aria-label={t('About the matrix')} tabIndex={0}>
      {cell ? <CellCard shown={shown} cell={cell} /> : <Missed shown={shown} />}
      <Legend shown={shown} />
    </aside>
  );
}
