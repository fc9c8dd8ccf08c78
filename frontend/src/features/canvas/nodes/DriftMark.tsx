import { t } from '@/i18n';
import css from './DriftMark.module.css';

/** At a node in which somebody changed something by hand: an unequal sign; what it is on hover. */
export function DriftMark({ texts }: { texts: readonly string[] }) {
  const words = t('Changed by hand: {what}', { what: texts.join('; ') });
  return (
    <span className={css.mark} title={words}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
        <circle cx="10" cy="10" r="8.4" className={css.shape} />
        <path d="M6 8h8M6 12h8M12.6 5 7.4 15" className={css.sign} />
      </svg>
      <span className="vw-sr-only">{words}</span>
    </span>
  );
}
