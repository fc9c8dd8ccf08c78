import { Check, CloudAlert, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SaveState } from '@/doc';
import { useSaveState } from '@/state/lab';
import { Tooltip } from '@/ui';
import css from './SaveStatus.module.css';

const SHOWN: Record<SaveState['status'], { icon: ReactNode; word: string; hint: string }> = {
  saved: { icon: <Check size={14} aria-hidden />, word: 'Saved', hint: 'Every change is stored' },
  pending: { icon: <LoaderCircle size={14} aria-hidden />, word: 'Saving…', hint: 'Stored in a moment' },
  saving: { icon: <LoaderCircle size={14} aria-hidden />, word: 'Saving…', hint: 'On its way to the server' },
  offline: {
    icon: <CloudOff size={14} aria-hidden />,
    word: 'Not saved',
    hint: 'Tried again every few seconds',
  },
  refused: {
    icon: <CloudAlert size={14} aria-hidden />,
    word: 'Not saved',
    hint: 'The server did not take it',
  },
  conflict: {
    icon: <TriangleAlert size={14} aria-hidden />,
    word: 'Conflict',
    hint: 'A newer revision is stored',
  },
};

/** Whether the drawing is stored, in a word. */
export function SaveStatus() {
  const state = useSaveState();
  const { icon, word, hint } = SHOWN[state.status];
  const hintText = 'message' in state ? `${state.message}. ${hint}` : hint;
  return (
    <Tooltip content={hintText}>
      <span className={css.status} data-status={state.status} role="status" tabIndex={0}>
        {icon}
        {word}
      </span>
    </Tooltip>
  );
}
