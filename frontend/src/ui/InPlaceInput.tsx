import { useRef, useState } from 'react';

/** A text that is typed where it stands: Enter and leaving it keep it, Escape does not. */
export function InPlaceInput({
  label,
  value,
  maxLength,
  className,
  problem,
  onKeep,
  onEnd,
}: {
  label: string;
  value: string;
  maxLength: number;
  className: string | undefined;
  /** Why a text cannot be kept; nothing when it can. */
  problem?: (text: string) => string | undefined;
  /** Hears the text, also one with a problem. */
  onKeep: (text: string, problem: string | undefined) => void;
  /** Hears when it is over; by a key, the focus has nowhere to be. */
  onEnd: (byKey: boolean) => void;
}) {
  const [draft, setDraft] = useState(value);
  const wrong = problem?.(draft);
  // It loses the focus as well when a key has ended it.
  const ended = useRef(false);
  const end = (keep: boolean, byKey: boolean) => {
    if (ended.current) return;
    ended.current = true;
    if (keep) onKeep(draft, wrong);
    onEnd(byKey);
  };
  return (
    <input
      className={`${className} nodrag nopan nokey`}
      aria-label={label}
      aria-invalid={problem && wrong !== undefined}
      autoFocus
      spellCheck={false}
      maxLength={maxLength}
      value={draft}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => end(true, false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        end(event.key === 'Enter', true);
      }}
    />
  );
}
