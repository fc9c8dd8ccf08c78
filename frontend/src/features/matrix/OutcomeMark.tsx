import { outcomeOf } from '@/state/outcomes';
import css from './OutcomeMark.module.css';
import { GLYPHS } from './glyphs';

/** An outcome as it looks in the heat map: its colour and its shape. */
export function OutcomeMark({ code, size = 18 }: { code: number; size?: number }) {
  const { id } = outcomeOf(code);
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} className={css.mark} data-outcome={id} aria-hidden>
      <rect width="24" height="24" rx="6" className={css.tile} />
      <path d={GLYPHS[id]} className={css.glyph} transform="translate(4.2 4.2) scale(0.65)" />
    </svg>
  );
}
