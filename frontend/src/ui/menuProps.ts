/** What menus are given; they themselves are loaded when the first one opens. */
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';

export interface MenuProps {
  trigger: ReactElement<MenuTriggerProps>;
  align?: 'start' | 'center' | 'end';
  children: ReactNode;
}

export interface MenuItemProps {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export interface MenuChoiceProps<Value extends string> {
  value: Value;
  onValueChange: (value: Value) => void;
  choices: readonly { value: Value; label: string; icon?: ReactNode }[];
}

export interface PointMenuProps {
  /** On the screen. */
  at: { x: number; y: number };
  label: string;
  onClose: () => void;
  /** Where the focus goes then. */
  focusAfter: () => void;
  children: ReactNode;
}

export interface SubMenuProps {
  icon?: ReactNode;
  label: string;
  children: ReactNode;
}

/** What the button of a menu must let itself be given. */
export interface MenuTriggerProps {
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  onClick?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}
