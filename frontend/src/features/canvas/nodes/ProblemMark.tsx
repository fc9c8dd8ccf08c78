import type { Problem } from '@/doc';
import css from './ProblemMark.module.css';

/** At an element with problems: a disc for an error, a triangle for a warning; what is wrong on hover. */
export function ProblemMark({
  problem: { severity, messages },
}: {
  problem: { severity: Problem['severity']; messages: readonly string[] };
}) {
  return (
    <span className={css.mark} data-severity={severity} title={messages.join('\n')}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
        {severity === 'error' ? (
          <circle cx="10" cy="10" r="8.4" className={css.shape} />
        ) : (
          <path d="M10 2 19 17.4H1Z" className={css.shape} />
        )}
        <path
          d={severity === 'error' ? 'M10 5.8v4.8M10 13.8v.1' : 'M10 8v4M10 14.7v.1'}
          className={css.sign}
        />
      </svg>
      <span className="vw-sr-only">{messages.join('. ')}</span>
    </span>
  );
}
