/** Menus as they open; loaded when somebody is about to open the first one. */
import type { ReactNode } from 'react';
import { DropdownMenu as Radix } from 'radix-ui';
import { cx } from '@/lib/cx';
import { Kbd } from './Kbd';
import type { MenuChoiceProps, MenuItemProps, MenuProps, PointMenuProps, SubMenuProps } from './menuProps';
import css from './Menu.module.css';

export function MenuWindow({ trigger, align = 'end', children }: MenuProps) {
  return (
    <Radix.Root modal={false} defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={css.menu} align={align} sideOffset={6} collisionPadding={8}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function PointWindow({ at, label, onClose, focusAfter, children }: PointMenuProps) {
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()} modal={false}>
      <Radix.Trigger asChild>
        <span className={css.anchor} style={{ left: at.x, top: at.y }} aria-hidden />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={css.menu}
          side="right"
          align="start"
          sideOffset={2}
          collisionPadding={8}
          aria-label={label}
          onContextMenu={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            focusAfter();
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function Sub({ icon, label, children }: SubMenuProps) {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className={css.item}>
        <span className={css.icon}>{icon}</span>
        <span className={css.text}>{label}</span>
        <span aria-hidden>›</span>
      </Radix.SubTrigger>
      <Radix.Portal>
        <Radix.SubContent className={css.menu} sideOffset={4} collisionPadding={8}>
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}

export function Item({
  icon,
  shortcut,
  danger = false,
  disabled = false,
  onSelect,
  children,
}: MenuItemProps) {
  return (
    <Radix.Item className={cx(css.item, danger && css.danger)} disabled={disabled} onSelect={onSelect}>
      <span className={css.icon}>{icon}</span>
      <span className={css.text}>{children}</span>
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </Radix.Item>
  );
}

export function Choice<Value extends string>({ value, onValueChange, choices }: MenuChoiceProps<Value>) {
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

export function Label({ children }: { children: ReactNode }) {
  return <Radix.Label className={css.label}>{children}</Radix.Label>;
}

export function Separator() {
  return <Radix.Separator className={css.separator} />;
}
