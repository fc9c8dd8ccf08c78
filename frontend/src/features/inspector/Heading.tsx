import type { ReactNode } from 'react';
import css from './Heading.module.css';

/** What the inspector is about. */
export function Heading({ icon, title, kind }: { icon: ReactNode; title: string; kind: string }) {
  return (
    <header className={css.heading}>
      {icon}
      <div className={css.words}>
        <h2 className={css.title}>{title}</h2>
        <p className={css.kind}>{kind}</p>
      </div>
    </header>
  );
}
