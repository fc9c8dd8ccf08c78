import { useState, type ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import { cx } from '@/lib/cx';
import css from './FoldedSection.module.css';

/** A part of the inspector that most elements do without: closed until it holds something or is asked for. */
export function FoldedSection({
  title,
  count = 0,
  pointed = false,
  startsOpen = count > 0,
  action,
  children,
}: {
  title: string;
  /** How much it holds. */
  count?: number;
  /** Whether somebody was sent here. */
  pointed?: boolean;
  /** Left out: when it holds something. */
  startsOpen?: boolean;
  action?: ReactNode;
  children: ReactNode;
}) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? (pointed || startsOpen);
  return (
    <section className={cx(css.section, open && css.open)}>
      <div className={css.head}>
        <h3 className={css.title}>
          <button type="button" className={css.toggle} aria-expanded={open} onClick={() => setChosen(!open)}>
            <ChevronRight size={15} aria-hidden className={css.chevron} />
            {title}
            {count > 0 && <span className={css.count}>{count}</span>}
          </button>
        </h3>
        {open && action}
      </div>
      {open && <div className={css.body}>{children}</div>}
    </section>
  );
}
