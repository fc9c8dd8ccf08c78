import { use, useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import { cx } from '@/lib/cx';
import css from './Field.module.css';
import { ReadOnly } from './readOnly';

interface ControlIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A label, a control and what is to be said about it; the control gets the ids that tie them together. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: (ids: ControlIds) => ReactNode;
}) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  const described = note === undefined ? undefined : noteId;
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {note !== undefined && (
        <p id={noteId} className={cx(css.note, error !== undefined && css.error)}>
          {note}
        </p>
      )}
    </div>
  );
}

export function Input({
  mono = false,
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { mono?: boolean; ref?: Ref<HTMLInputElement> }) {
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      readOnly={use(ReadOnly)}
      {...rest}
      className={cx(css.input, mono && css.mono, className)}
    />
  );
}

export function Select<Value extends string>({
  value,
  options,
  onValueChange,
  className,
  ...rest
}: {
  value: Value;
  options: readonly { value: Value; label: string }[];
  onValueChange: (value: Value) => void;
  id?: string;
  className?: string;
  disabled?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
}) {
  if (use(ReadOnly)) {
    return <Input {...rest} readOnly value={options.find((one) => one.value === value)?.label ?? value} />;
  }
  return (
    <select
      {...rest}
      className={cx(css.input, css.select, className)}
      value={value}
      onChange={(event) => onValueChange(event.target.value as Value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** A yes or no with its label beside it. */
export function Checkbox({
  label,
  hint,
  checked,
  mixed = false,
  onCheckedChange,
  disabled = false,
}: {
  label: string;
  hint?: string;
  checked: boolean;
  /** It stands for several, and they differ. */
  mixed?: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
}) {
  const id = useId();
  const readOnly = use(ReadOnly);
  return (
    <div className={css.check}>
      <input
        id={id}
        ref={(box) => {
          if (box) box.indeterminate = mixed;
        }}
        type="checkbox"
        className={css.box}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        aria-readonly={readOnly || undefined}
        onChange={(event) => {
          if (!readOnly) onCheckedChange(event.target.checked);
        }}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={cx(css.note, css.checkNote)}>
          {hint}
        </p>
      )}
    </div>
  );
}
