import { useEffect, useRef, type ReactNode } from 'react';
import { Tabs as Radix } from 'radix-ui';
import { cx } from '@/lib/cx';
import css from './Tabs.module.css';

export interface Tab {
  id: string;
  label: string;
  icon?: ReactNode;
  /** A count or a mark behind the label. */
  badge?: ReactNode;
  content: ReactNode;
}

/** Only the open tab is mounted; `end` stands at the right of the row. */
export function Tabs({
  label,
  tabs,
  value,
  onValueChange,
  end,
  className,
}: {
  label: string;
  tabs: readonly Tab[];
  value: string;
  onValueChange: (id: string) => void;
  end?: ReactNode;
  className?: string;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const open = list.current?.querySelector('[data-state=active]');
    open?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [value]);
  return (
    <Radix.Root value={value} onValueChange={onValueChange} className={cx(css.tabs, className)}>
      <div className={css.bar}>
        <Radix.List ref={list} aria-label={label} className={css.list}>
          {tabs.map((tab) => (
            <Radix.Trigger key={tab.id} value={tab.id} className={css.tab}>
              {tab.icon}
              {tab.label}
              {tab.badge}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {end}
      </div>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className={css.content}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
