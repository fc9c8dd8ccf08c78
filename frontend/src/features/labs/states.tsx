import type { ReactNode } from 'react';
import { Circle, CircleDashed, CircleDot, LoaderCircle, Play } from 'lucide-react';
import type { LabState, Run } from '@/api';
import { t } from '@/i18n';
import { formatAgo } from '@/lib/format';
import type { Tone } from '@/ui';

/** How a lab stands against what runs, in a word and a mark. */
export const LAB_STATES: Readonly<
  Record<LabState, { word: string; hint: string; tone: Tone; icon: ReactNode }>
> = {
  empty: {
    word: t('Not running'),
    hint: t('Nothing of this lab is on the host'),
    tone: 'neutral',
    icon: <Circle size={11} aria-hidden />,
  },
  running: {
    word: t('Running'),
    hint: t('The host runs this lab as it is drawn'),
    tone: 'ok',
    icon: <Play size={11} fill="currentColor" aria-hidden />,
  },
  changed: {
    word: t('Changed'),
    hint: t('What runs differs from the drawing: apply makes it so'),
    tone: 'warn',
    icon: <CircleDot size={11} aria-hidden />,
  },
  unknown: {
    word: t('Not sure'),
    hint: t('The last run broke off: apply or destroy settles it'),
    tone: 'info',
    icon: <CircleDashed size={11} aria-hidden />,
  },
};

/** Whatever was true before, a run is changing it now. */
export const BUSY = { word: t('Busy'), tone: 'info', icon: <LoaderCircle size={11} aria-hidden /> } as const;

const KIND_WORDS: Readonly<Record<Run['kind'], string>> = {
  apply: t('Apply'),
  destroy: t('Destroy'),
  matrix: t('Matrix'),
  flap: t('Flap'),
  rules: t('Rule counts'),
  plan: t('Plan'),
};

/** One line about a lab's last run. */
export function lastRunText(run: Run | null, now: Date): string {
  if (run === null) return t('Never run');
  const what = KIND_WORDS[run.kind];
  if (run.status === 'queued' || run.status === 'running') return t('{what} is running', { what });
  const when = run.finished_at === null ? '' : formatAgo(new Date(run.finished_at), now);
  return run.status === 'failed'
    ? t('{what} failed {when}', { what, when }).trimEnd()
    : `${what} ${when}`.trimEnd();
}
