import type { ReactNode } from 'react';
import css from './Section.module.css';

/** A part of the inspector under its heading, with what one can do with it at the right. */
export function Section({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={css.section}>
      <div className={css.head}>
        <h3 className={css.title}>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}
