import { useState } from 'react';
import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';

/** A text on the canvas while it is being typed: Enter and leaving it keep it, Escape does not. */
export function InPlaceInput({
  label,
  value,
  maxLength,
  className,
  problem,
  onKeep,
}: {
  label: string;
  value: string;
  maxLength: number;
  className: string | undefined;
  /** Why a text cannot be kept; nothing when it can. */
  problem?: (text: string) => string | undefined;
  /** Hears the text, also one with a problem. */
  onKeep: (text: string, problem: string | undefined) => void;
}) {
  const [draft, setDraft] = useState(value);
  const wrong = problem?.(draft);
  const end = (keep: boolean) => {
    if (keep) onKeep(draft, wrong);
    useView.getState().startRenaming(null);
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
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        end(event.key === 'Enter');
        useViewport.getState().focusCanvas();
      }}
    />
  );
}
