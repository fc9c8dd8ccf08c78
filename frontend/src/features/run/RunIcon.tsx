import { CircleCheck, CircleDashed, CircleX, LoaderCircle } from 'lucide-react';
import type { RunStatus } from '@/api';
import { t } from '@/i18n';
import css from './RunLog.module.css';

const ICONS = {
  queued: <CircleDashed size={15} aria-label={t('waiting')} />,
  running: <LoaderCircle size={15} aria-label={t('running')} className={css.turning} />,
  succeeded: <CircleCheck size={15} aria-label={t('succeeded')} className={css.ok} />,
  failed: <CircleX size={15} aria-label={t('failed')} className={css.bad} />,
} as const;

export function RunIcon({ status }: { status: RunStatus }) {
  return ICONS[status];
}
