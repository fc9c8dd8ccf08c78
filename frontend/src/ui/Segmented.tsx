import type { ReactNode } from 'react';
import { ToggleGroup } from 'radix-ui';
import { cx } from '@/lib/cx';
import css from './Segmented.module.css';

/** One of a few choices, all in sight. */
export function Segmented<Value extends string>({
  label,
  value,
  choices,
  onValueChange,
  className,
}: {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: ReactNode; hint?: string }[];
  onValueChange: (value: Value) => void;
  className?: string;
}) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      className={cx(css.group, className)}
      onValueChange={(chosen) => {
        if (chosen !== '') onValueChange(chosen as Value);
      }}
    >
      {choices.map((choice) => (
        <ToggleGroup.Item key={choice.value} value={choice.value} title={choice.hint} className={css.item}>
          {choice.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
