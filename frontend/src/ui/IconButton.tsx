import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from '@/lib/cx';
import { Tooltip } from './Tooltip';
import css from './IconButton.module.css';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** Read aloud and shown as the tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: string;
  size?: 's' | 'm';
  side?: 'top' | 'right' | 'bottom' | 'left';
  pressed?: boolean;
  'data-tour'?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  label,
  icon,
  shortcut,
  size = 'm',
  side = 'bottom',
  pressed,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut} side={side}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={cx(css.button, css[size], className)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
