import { useMemo } from 'react';
import { t } from '@/i18n';
import css from './Missed.module.css';
import { useMatrixView } from './matrixView';
import { OutcomeMark } from './OutcomeMark';
import { missedCells, type Cell, type ShownMatrix } from './shownMatrix';
import { EXPECTED_WORDS, targetName } from './words';

/** More than these are read in the table. */
const LISTED = 12;

/** What did not come as expected, each with its reason and a way to its cell. */
export function Missed({ shown }: { shown: ShownMatrix }) {
  const missed = useMemo(() => missedCells(shown), [shown]);
  const look = useMatrixView((view) => view.look);
  if (missed.length === 0) {
    return (
      <p className={css.hint}>
        {t('Choose a cell, by click or with the arrow keys, to read why it came so.')}
      </p>
    );
  }
  const onChoose = ({ index, probe }: Cell) => {
    const isInSight = shown.probes.some((number) => shown.matrix.probes[number] === probe);
    look({ chosen: index, family: 'all', ...(!isInSight && { probe }) });
  };
  return (
    <section className={css.missed} aria-labelledby="missed-heading">
      <h2 id="missed-heading">{t('Not as expected')}</h2>
      <ul>
        {missed.slice(0, LISTED).map((cell) => (
          <li key={cell.index}>
            <button type="button" className={css.row} onClick={() => onChoose(cell)}>
              <OutcomeMark code={cell.code} size={17} />
              <span className={css.words}>
                <span className={css.pair}>
                  {cell.source} → {targetName(cell.target)}
                  <span className={css.probe}>{cell.probe}</span>
                </span>
                <span className={css.reason}>
                  {cell.expected && `${t('It {expected}.', { expected: EXPECTED_WORDS[cell.expected] })} `}
                  {cell.reason}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {missed.length > LISTED && (
        <p className={css.hint}>
          {t('And {number} more: the table lists them all.', { number: missed.length - LISTED })}
        </p>
      )}
    </section>
  );
}
