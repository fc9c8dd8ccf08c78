import type { ReactNode } from 'react';
import type { Origin } from '@/api';
import { t } from '@/i18n';
import css from './Table.module.css';

export interface Row {
  key: string;
  cells: readonly ReactNode[];
  /** Marked as not as drawn. */
  odd?: boolean;
}

/** A section with a table of what was found; a word where there is nothing. */
export function Table({
  title,
  heads,
  rows,
  note,
}: {
  title: string;
  heads: readonly string[];
  rows: readonly Row[];
  note?: string;
}) {
  return (
    <section className={css.section}>
      <h3 className={css.title}>
        {title} <span className={css.count}>{rows.length}</span>
      </h3>
      {note !== undefined && <p className={css.note}>{note}</p>}
      {rows.length > 0 && (
        <table className={css.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells, odd }) => (
              <tr key={key} data-odd={odd === true ? true : undefined}>
                {cells.map((cell, index) => (
                  <td key={heads[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Whose doing it is, told by a sign and a word where it is not as drawn. */
export function OriginMark({ origin }: { origin: Origin }) {
  const words: Record<Origin, string> = {
    drawn: t('drawn'),
    kernel: t('kernel'),
    learned: t('learned'),
    'by hand': t('+ by hand'),
    missing: t('− missing'),
  };
  return (
    <span className={css.origin} data-origin={origin}>
      {words[origin]}
    </span>
  );
}

export function isOdd(origin: Origin): boolean {
  return origin === 'by hand' || origin === 'missing';
}
