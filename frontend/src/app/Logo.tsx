import css from './Logo.module.css';

/** Two ends and the cable between them: a veth pair. */
export function Logo({ mark = false }: { mark?: boolean }) {
  return (
    <span className={css.logo}>
      <svg viewBox="0 0 28 28" width="26" height="26" aria-hidden>
        <rect width="28" height="28" rx="8" className={css.tile} />
        <path d="M7.6 9.2 14 18.8 20.4 9.2" className={css.cable} />
        <circle cx="7.6" cy="9.2" r="3" className={css.end} />
        <circle cx="20.4" cy="9.2" r="3" className={css.end} />
        <circle cx="14" cy="18.8" r="3" className={css.far} />
      </svg>
      {!mark && <span className={css.name}>Vethwork</span>}
    </span>
  );
}
