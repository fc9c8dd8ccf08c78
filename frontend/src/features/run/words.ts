/** Runs in words. */
import type { RunKind } from '@/api';
import { t, tn } from '@/i18n';
import { formatDuration } from '@/lib/format';
import { tookSeconds, type RunState } from '@/state/runState';
import { openDock } from '@/state/view';
import type { ToastMessage } from '@/ui';

export const ORDER_WORDS: Readonly<Record<RunKind, string>> = {
  plan: t('The plan'),
  apply: t('Apply'),
  destroy: t('Destroy'),
  matrix: t('The matrix check'),
  flap: t('The flap'),
  rules: t('Counting rules'),
};

export const KIND_WORDS: Readonly<Record<RunKind, string>> = {
  plan: t('Plan'),
  apply: t('Apply'),
  destroy: t('Destroy'),
  matrix: t('Matrix check'),
  flap: t('Flap'),
  rules: t('Rule counts'),
};

const DONE_WORDS: Readonly<Record<RunKind, string>> = {
  plan: t('Planned'),
  apply: t('Applied'),
  destroy: t('Destroyed'),
  matrix: t('Checked'),
  flap: t('Flapped'),
  rules: t('Counted'),
};

export const BUSY_WORDS: Readonly<Record<RunKind, string>> = {
  plan: t('Planning'),
  apply: t('Applying'),
  destroy: t('Destroying'),
  matrix: t('Checking'),
  flap: t('Flapping'),
  rules: t('Counting'),
};

function doneIn(kind: RunKind, seconds: number | null): string {
  return seconds === null
    ? DONE_WORDS[kind]
    : t('{done} in {duration}', { done: DONE_WORDS[kind], duration: formatDuration(seconds) });
}

export function succeededToast(end: RunState): ToastMessage {
  return { tone: 'ok', title: doneIn(end.run.kind, tookSeconds(end)), text: end.summary };
}

/** One message for the apply and the matrix that came after it. */
export function appliedToast(applied_s: number | null, matrix: RunState): ToastMessage {
  const missed = matrix.verdicts?.filter((verdict) => !verdict.met).length ?? 0;
  return {
    tone: missed > 0 ? 'bad' : 'ok',
    title: `${doneIn('apply', applied_s)} · ${doneIn('matrix', tookSeconds(matrix))}`,
    text:
      missed > 0 ? tn(missed, '{count} expectation missed', '{count} expectations missed') : matrix.summary,
    action: { label: t('Matrix'), run: () => openDock('matrix') },
  };
}

export function failedToast(end: RunState): ToastMessage {
  const [refusal] = end.refusals;
  return {
    tone: 'bad',
    sticky: true,
    title: t('{what} failed', { what: ORDER_WORDS[end.run.kind] }),
    text: refusal?.message ?? end.summary,
    action: { label: t('Run log'), run: () => openDock('log') },
  };
}
