import type { HTMLAttributes, ReactNode } from 'react';
import { cx } from '@/lib/cx';
import css from './Panel.module.css';

/** What fills a tab or a side: a toolbar on top of what scrolls. */
export function Panel({ children }: { children: ReactNode }) {
  return <div className={css.panel}>{children}</div>;
}

/** The row on top of a panel: what it is about first, what can be done at the end. */
export function PanelToolbar({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div {...rest} className={cx(css.toolbar, className)} />;
}

/** Says in a line what the panel has; takes the room that the toolbar leaves. */
export function PanelHeadline({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={css.headline}>
      {children}
    </p>
  );
}

/** The part of a panel that scrolls, also by keyboard. */
export function PanelBody({
  label,
  className,
  children,
}: {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div tabIndex={0} role="region" aria-label={label} className={cx(css.body, className)}>
      {children}
    </div>
  );
}

/** Stands in the place of a panel that is on its way. */
export function PanelSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-busy aria-label={label} className={css.skeleton}>
      <span />
      <span />
      <span />
    </div>
  );
}
