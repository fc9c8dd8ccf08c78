import { ListFilter, X } from 'lucide-react';
import { t } from '@/i18n';
import { NO_FILTER } from '@/state/filter';
import { useTopology } from '@/state/lab';
import { setFilter, useView } from '@/state/view';
import { useViewport } from '@/state/viewport';
import css from './FilterChip.module.css';
import { filterWords } from './words';

/** Says that and how the drawing is filtered, as long as it is. */
export function FilterChip() {
  const filter = useView((view) => view.filter);
  const count = useView((view) => view.lit?.nodes.size ?? 0);
  const all = useTopology((projection) => projection.nodes.size);
  const clear = () => {
    setFilter(NO_FILTER);
    useViewport.getState().focusCanvas();
  };
  return (
    <div className={css.place}>
      <div className={css.chip}>
        <button type="button" className={css.words} onClick={() => useView.setState({ finding: true })}>
          <ListFilter size={14} aria-hidden />
          <span role="status">
            {t('{filter}: {count} of {all} nodes', { filter: filterWords(filter), count, all })}
          </span>
        </button>
        <button type="button" className={css.clear} aria-label={t('Show everything again')} onClick={clear}>
          <X size={14} aria-hidden />
        </button>
      </div>
    </div>
  );
}
