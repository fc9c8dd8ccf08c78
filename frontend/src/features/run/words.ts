/** Runs in words. */
import type { RunKind } from '@/api';
import { tn } from '@/i18n';
import { formatDuration } from '@/lib/format';
import { tookSeconds, type RunState } from '@/state/runState';
import { openDock } from '@/state/view';
import type { ToastMessage } from '@/ui';

export const ORDER_WORDS: Readonly<Record<RunKind, string>> = {
  plan: 'The plan',
  apply: 'Apply',
  destroy: 'Destroy',
  matrix: 'The matrix check',
  flap: 'The flap',
  rules: 'Counting rules',
};

export const KIND_WORDS: Readonly<Record<RunKind, string>> = {
  plan: 'Plan',
  apply: 'Apply',
  destroy: 'Destroy',
  matrix: 'Matrix check',
  flap: 'Flap',
  rules: 'Rule counts',
};

const DONE_WORDS: Readonly<Record<RunKind, string>> = {
  plan: 'Planned',
  apply: 'Applied',
  destroy: 'Destroyed',
  matrix: 'Checked',
  flap: 'Flapped',
  rules: 'Counted',
};

export const BUSY_WORDS: Readonly<Record<RunKind, string>> = {
  plan: 'Planning',
  apply: 'Applying',
  destroy: 'Destroying',
  matrix: 'Checking',
  flap: 'Flapping',
  rules: 'Counting',
};

function doneIn(kind: RunKind, seconds: number | null): string {
  return seconds === null ? DONE_WORDS[kind] : `${DONE_WORDS[kind]} in ${formatDuration(seconds)}`;
}

export function succeededToast(end: RunState): ToastMessage {
  return { tone: 'ok', title: doneIn(end.run.kind, tookSeconds(end)), text: end.summary };
}

/** One message for the apply and the matrix that came after it. */
export function appliedToast(applied_s: number | null, matrix: RunState): ToastMessage {
  const missed = matrix.verdicts?.filter((verdict) => !verdict.met).length ?? 0;
  const checked = doneIn('matrix', tookSeconds(matrix)).toLowerCase();
  return {
    tone: missed > 0 ? 'bad' : 'ok',
    title: `${doneIn('apply', applied_s)}, ${checked}`,
    text: missed > 0 ? `${tn(missed, '{count} expectation', '{count} expectations')} missed` : matrix.summary,
    action: { label: 'Matrix', run: () => openDock('matrix') },
  };
}

export function failedToast(end: RunState): ToastMessage {
  const [refusal] = end.refusals;
  return {
    tone: 'bad',
    sticky: true,
    title: `${ORDER_WORDS[end.run.kind]} failed`,
    text: refusal?.message ?? end.summary,
    action: { label: 'Run log', run: () => openDock('log') },
  };
}
