import { t } from '@/i18n';
import type { Kind } from './comparedDrawing';
import css from './Counts.module.css';
import { KIND_MARKS } from './marks';

/** How many elements were added, changed and removed; each with its sign. */
export function Counts({ counts }: { counts: Readonly<Record<Kind, number>> }) {
  const kinds = (['added', 'changed', 'removed'] as const).filter((kind) => counts[kind] > 0);
  if (kinds.length === 0) return <span>{t('No difference')}</span>;
  return (
    <span className={css.counts}>
      {kinds.map((kind) => (
        <span key={kind} className={css[kind]} title={KIND_MARKS[kind].title(counts[kind])}>
          <span aria-hidden>{KIND_MARKS[kind].sign}</span>
          {counts[kind]}
          <span className="vw-sr-only">{KIND_MARKS[kind].title(counts[kind])}</span>
        </span>
      ))}
    </span>
  );
}
