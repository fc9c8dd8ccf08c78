import { useId, useState } from 'react';
import { ops } from '@/doc';
import { t } from '@/i18n';
import { Button } from '@/ui';
import css from './CommentsPanel.module.css';

/** A few words to be said: Ctrl+Enter says them, Escape does not. */
export function Words({
  label,
  action,
  startsFocused = false,
  onSay,
  onCancel,
}: {
  label: string;
  action: string;
  startsFocused?: boolean;
  onSay: (words: string) => void;
  onCancel?: () => void;
}) {
  const id = useId();
  const [words, setWords] = useState('');
  const send = () => {
    if (words.trim() === '') return;
    onSay(words);
    setWords('');
  };
  return (
    <div className={css.words}>
      <label htmlFor={id} className="vw-sr-only">
        {label}
      </label>
      <textarea
        id={id}
        ref={(element) => {
          if (startsFocused) element?.focus();
        }}
        className={css.text}
        rows={2}
        maxLength={ops.COMMENT_LENGTH}
        placeholder={label}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel?.();
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          send();
        }}
      />
      <span className={css.actions}>
        {onCancel && (
          <Button size="s" variant="quiet" onClick={onCancel}>
            {t('Cancel')}
          </Button>
        )}
        <Button size="s" disabled={words.trim() === ''} onClick={send}>
          {action}
        </Button>
      </span>
    </div>
  );
}
