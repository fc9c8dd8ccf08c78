import { t } from '@/i18n';
import { formatCount } from '@/lib/format';
import { countOutcomes } from '@/state/matrix';
import { OUTCOMES } from '@/state/outcomes';
import css from './Legend.module.css';
import { useMatrixView } from './matrixView';
import { OutcomeMark } from './OutcomeMark';
import type { ShownMatrix } from './shownMatrix';

/** What the colours, shapes and rings mean; only of what is in sight. */
export function Legend({ shown }: { shown: ShownMatrix }) {
  const colours = useMatrixView((view) => view.colours);
  const counts = countOutcomes(shown.matrix, shown.probes);
  const present = OUTCOMES.filter(({ code }) => (counts[code] ?? 0) > 0);
  return (
    <section className={css.legend} aria-label={t('Legend')}>
      <ul className={css.list}>
        {colours === 'verdict' && <VerdictColours />}
        {present.map(({ code, label }) => (
          <li key={code} className={css.entry}>
            <OutcomeMark code={code} size={16} />
            {label}
            <span className={css.count}>{formatCount(counts[code] ?? 0)}</span>
          </li>
        ))}
      </ul>
      {shown.expected.size > 0 && colours === 'outcome' && <RingLegend />}
    </section>
  );
}

function VerdictColours() {
  return (
    <>
      <Swatch name="met" text={t('As expected')} />
      <Swatch name="missed" text={t('Not as expected')} />
      <Swatch name="unstated" text={t('No expectation')} />
    </>
  );
}

function Swatch({ name, text }: { name: 'met' | 'missed' | 'unstated'; text: string }) {
  return (
    <li className={css.entry}>
      <span className={css.swatch} data-verdict={name} />
      {text}
    </li>
  );
}

function RingLegend() {
  return (
    <ul className={css.list}>
      <li className={css.entry}>
        <Ring />
        {t('Must reach')}
      </li>
      <li className={css.entry}>
        <Ring dashed />
        {t('Must not reach')}
      </li>
      <li className={css.entry}>
        <Ring missed />
        {t('Not as expected')}
      </li>
    </ul>
  );
}

function Ring({ dashed = false, missed = false }: { dashed?: boolean; missed?: boolean }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      className={css.ring}
      data-missed={missed || undefined}
      aria-hidden
    >
      <rect width="16" height="16" rx="4" className={css.ground} />
      {missed ? (
        <>
          <rect x="1" y="1" width="14" height="14" rx="3" className={css.heavy} />
          <path d="M8 0h5a3 3 0 0 1 3 3v5z" className={css.flag} />
        </>
      ) : (
        <rect
          x="3"
          y="3"
          width="10"
          height="10"
          rx="2"
          className={css.fine}
          strokeDasharray={dashed ? '2.4 2.2' : undefined}
        />
      )}
    </svg>
  );
}
