import { use, useState } from 'react';
import { cx } from '@/lib/cx';
import { Field, ReadOnly } from '@/ui';
import css from './CommitText.module.css';

/** Several lines of text that become one step of undo when the field is left; Escape gives them up. */
export function CommitText({
  label,
  hint,
  value,
  rows,
  mono = false,
  check,
  onCommit,
}: {
  label: string;
  hint?: string;
  value: string;
  rows: number;
  mono?: boolean;
  check?: (text: string) => string | undefined;
  onCommit: (text: string) => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const error = draft === null ? undefined : check?.(draft);
  const commit = () => {
    if (draft === null || error !== undefined) return;
    if (draft !== value) onCommit(draft);
    setDraft(null);
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <textarea
          {...ids}
          className={cx(css.text, mono && css.mono)}
          rows={rows}
          spellCheck={false}
          autoComplete="off"
          readOnly={use(ReadOnly)}
          value={draft ?? value}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setDraft(null);
          }}
        />
      )}
    </Field>
  );
}
