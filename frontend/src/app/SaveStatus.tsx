import { Check, CloudOff, Eye, LoaderCircle, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SaveState } from '@/doc';
import { t } from '@/i18n';
import { useLab, useSaveState } from '@/state/lab';
import { Tooltip } from '@/ui';
import css from './SaveStatus.module.css';

const ICONS: Record<SaveState['status'], ReactNode> = {
  saved: <Check size={14} aria-hidden />,
  saving: <LoaderCircle size={14} aria-hidden />,
  offline: <CloudOff size={14} aria-hidden />,
  viewing: <Eye size={14} aria-hidden />,
  ended: <Unplug size={14} aria-hidden />,
};

function words(status: SaveState['status'], canRun: boolean): { word: string; hint: string } {
  switch (status) {
    case 'saved':
      return {
        word: t('Saved'),
        hint: t('Every change is stored, and everybody who has the lab open sees it'),
      };
    case 'saving':
      return { word: t('Saving…'), hint: t('On its way to the server') };
    case 'offline':
      return { word: t('Offline'), hint: t('Your edits stay here, and merge when the server is back') };
    case 'viewing':
      return canRun
        ? { word: t('Run only'), hint: t('You may run this lab, but not change it') }
        : { word: t('View only'), hint: t('You see every change as it is made. Its owner can let you edit') };
    case 'ended':
      return { word: t('Closed'), hint: t('Nothing is stored any more') };
  }
}

/** Whether the drawing is stored, in a word. */
export function SaveStatus() {
  const { canRun } = useLab();
  const state = useSaveState();
  const { word, hint } = words(state.status, canRun);
  return (
    <Tooltip content={hint}>
      <span className={css.status} data-status={state.status} role="status" tabIndex={0}>
        {ICONS[state.status]}
        <span>
          {word}
          {state.status === 'offline' && (
            <span className={css.more}>: {t('your edits stay here and merge')}</span>
          )}
        </span>
      </span>
    </Tooltip>
  );
}
