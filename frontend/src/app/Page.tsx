import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { t } from '@/i18n';
import { Logo } from './Logo';
import { FOCUS_HOME } from '@/ui';
import { PreferencesMenu } from './PreferencesMenu';
import css from './Page.module.css';

const HOME = { [FOCUS_HOME]: '' };

/** A plain page: the bar on top (`end` at its right), a heading with its actions, the content. */
export function Page({
  title,
  actions,
  end,
  children,
}: {
  title: string;
  actions?: ReactNode;
  end?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={css.page}>
      <header className={css.bar}>
        <Link href="/" className={css.home} aria-label={t('Vethwork, all labs')}>
          <Logo />
        </Link>
        <div className={css.end}>
          {end}
          <PreferencesMenu />
        </div>
      </header>
      <main className={css.main} tabIndex={-1} {...HOME}>
        <div className={css.heading}>
          <h1>{title}</h1>
          {actions}
        </div>
        {children}
      </main>
    </div>
  );
}
