import { t } from '@/i18n';
import type { Vec } from '@/lib/geom';
import css from './LinkEdge.module.css';

export type Mark = 'problem' | 'drift' | 'cut' | 'down';

/**
 * In the middle of a cable: a mark where the drawing is wrong, what was changed by hand, scissors where it is cut, a cross
 * where it is down.
 */
export function MiddleMark({
  mark,
  at,
  drift,
  problem,
}: {
  mark: Mark;
  at: Vec;
  drift: readonly string[] | undefined;
  problem: { severity: string; messages: readonly string[] } | undefined;
}) {
  const place = `translate(${at.x} ${at.y})`;
  if (mark === 'problem' && problem) {
    return (
      <g transform={place} className={css.problem} data-severity={problem.severity}>
        <title>{problem.messages.join('\n')}</title>
        {problem.severity === 'error' ? <circle r="8.4" /> : <path d="M0-8.6 9.4 7.6H-9.4Z" />}
        <path d="M0-3.6V1M0 4.1v.1" className={css.sign} />
      </g>
    );
  }
  if (mark === 'drift') {
    return (
      <g transform={place} className={css.drift}>
        <title>{drift?.join('\n')}</title>
        <circle r="9" />
        <path d="M-4-2H4M-4 2H4M2.6-5-2.6 5" className={css.sign} />
      </g>
    );
  }
  if (mark === 'cut') {
    return (
      <g transform={place} className={css.cut}>
        <title>{t('cut')}</title>
        <circle r="10.5" />
        <g className={css.scissors} transform="translate(-7.2 -7.2) scale(.6)">
          <circle cx="6" cy="6" r="3" />
          <circle cx="6" cy="18" r="3" />
          <path d="M8.12 8.12 20 20M20 4 8.12 15.88" />
        </g>
      </g>
    );
  }
  return (
    <g transform={place} className={css.down}>
      <title>{t('down')}</title>
      <circle r="7.5" />
      <path d="M-2.8-2.8 2.8 2.8M2.8-2.8-2.8 2.8" className={css.sign} />
    </g>
  );
}
