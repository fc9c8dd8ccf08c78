import type { ReactNode } from 'react';
import { DropdownMenu as Radix } from 'radix-ui';
import { cx } from '@/lib/cx';
import { Kbd } from './Kbd';
import css from './Menu.module.css';

/** A button (`trigger`) that opens a list of MenuItem, MenuLabel and MenuSeparator. */
export function Menu({
  trigger,
  align = 'end',
  children,
}: {
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  children: ReactNode;
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={css.menu} align={align} sideOffset={6} collisionPadding={8}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function MenuItem({
  icon,
  shortcut,
  danger = false,
  disabled = false,
  onSelect,
  children,
}: {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Radix.Item className={cx(css.item, danger && css.danger)} disabled={disabled} onSelect={onSelect}>
      <span className={css.icon}>{icon}</span>
      <span className={css.text}>{children}</span>
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </Radix.Item>
  );
}

/** One of several choices, the chosen one marked. */
export function MenuChoice<Value extends string>({
  value,
  onValueChange,
  choices,
}: {
  value: Value;
  onValueChange: (value: Value) => void;
  choices: readonly { value: Value; label: string; icon?: ReactNode }[];
}) {
  return (
    <Radix.RadioGroup value={value} onValueChange={(chosen) => onValueChange(chosen as Value)}>
      {choices.map((choice) => (
        <Radix.RadioItem key={choice.value} value={choice.value} className={css.item}>
          <span className={css.icon}>{choice.icon}</span>
          <span className={css.text}>{choice.label}</span>
          <Radix.ItemIndicator className={css.tick}>✓</Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className={css.label}>{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className={css.separator} />;
}
