import { useState, type ReactNode } from 'react';
import { Field, Input } from '@/ui';
import css from './CommitInput.module.css';

export interface CommitInputProps {
  label: string;
  value: string;
  placeholder?: string;
  hint?: ReactNode;
  mono?: boolean;
  maxLength?: number;
  autoFocus?: boolean;
  /** What is wrong with a text, in words; nothing when it can be kept. */
  check?: (text: string) => string | undefined;
  /** Called once, when the field is left or Enter is pressed, with a text that passed the check. */
  onCommit: (text: string) => void;
  /** Shows no label, only says it to a screen reader: for cells of a table. */
  bare?: boolean;
}

/** A text field that becomes one step of undo: kept on leaving it or by Enter, given up by Escape. */
export function CommitInput(props: CommitInputProps) {
  const { label, hint, bare = false } = props;
  const { input, error } = useDraft(props);
  if (bare) {
    return (
      <div className={css.cell}>
        <Input {...input} aria-label={label} aria-invalid={error === undefined ? undefined : true} />
        {error !== undefined && (
          <p className={css.error} role="alert">
            {error}
          </p>
        )}
      </div>
    );
  }
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => <Input {...ids} {...input} />}
    </Field>
  );
}

function useDraft({
  value,
  placeholder,
  mono = false,
  maxLength,
  autoFocus,
  check,
  onCommit,
}: CommitInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const text = (draft ?? value).trim();
  const error = draft === null ? undefined : check?.(text);
  const commit = () => {
    if (draft === null) return;
    setLeft(true);
    if (error !== undefined) return;
    if (text !== value) onCommit(text);
    setDraft(null);
  };
  return {
    /** Said only after one has left the field: nobody is blamed for what is half typed. */
    error: left ? error : undefined,
    input: {
      mono,
      placeholder,
      maxLength,
      autoFocus,
      value: draft ?? value,
      onChange: (event: { target: { value: string } }) => {
        setDraft(event.target.value);
        if (error === undefined) setLeft(false);
      },
      onBlur: commit,
      onKeyDown: (event: React.KeyboardEvent<HTMLInputElement>) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(null);
      },
    },
  };
}
