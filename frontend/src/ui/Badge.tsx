import type { ReactNode } from 'react';
import { cx } from '@/lib/cx';
import css from './Badge.module.css';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'bad' | 'info';

/** A small mark with a word or a number; put an icon in `icon` where the tone alone would carry meaning. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={cx(css.badge, css[tone])}>
      {icon}
      {children}
    </span>
  );
}
