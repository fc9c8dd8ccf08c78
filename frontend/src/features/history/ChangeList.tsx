import type { Change } from '@/api';
import { t } from '@/i18n';
import { cx } from '@/lib/cx';
import css from './ChangeList.module.css';
import { KIND_MARKS } from './marks';

/** Each change in words; one that is pressed is pointed out on the canvas. */
export function ChangeList({
  changes,
  pointed,
  onPoint,
}: {
  changes: readonly Change[];
  pointed: Change | null;
  onPoint: (change: Change) => void;
}) {
  return (
    <ol className={css.list} aria-label={t('Changes')}>
      {changes.map((change) => (
        <li key={`${change.kind} ${change.element}`}>
          <button
            type="button"
            className={cx(css.change, pointed === change && css.pointed)}
            aria-pressed={pointed === change}
            onClick={() => onPoint(change)}
          >
            <span className={css.sign} data-kind={change.kind}>
              <span aria-hidden>{KIND_MARKS[change.kind].sign}</span>
              <span className="vw-sr-only">{KIND_MARKS[change.kind].title(1)}</span>
            </span>
            <span className={css.words}>
              <span className={css.title}>{change.title}</span>
              {change.fields.map(({ field, before, after }) => (
                <span key={field} className={css.field}>
                  {field}: <del>{said(before)}</del> → <ins>{said(after)}</ins>
                </span>
              ))}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

const LONGEST = 60;

function said(value: unknown): string {
  if (value === null || value === undefined) return '–';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
