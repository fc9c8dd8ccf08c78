import { useLocation } from 'wouter';
import type { EndReason, SaveState } from '@/doc';
import { t } from '@/i18n';
import { Button, Dialog } from '@/ui';

type Ended = Extract<SaveState, { status: 'ended' }>;

/** The server will not have this window any more: says why, and what is lost with it. */
export function EndedDialog({ state }: { state: Ended }) {
  const [, goTo] = useLocation();
  const lost = state.unsaved ? ` ${t('Your last edits in this window could not be stored.')}` : '';
  return (
    <Dialog
      open
      onOpenChange={() => undefined}
      mustChoose
      title={t('This lab is closed here')}
      description={why(state.reason) + lost}
      footer={
        <>
          <Button onClick={() => window.location.reload()}>{t('Load it anew')}</Button>
          <Button variant="primary" onClick={() => goTo('/')}>
            {t('Go to your labs')}
          </Button>
        </>
      }
    />
  );
}

function why(reason: EndReason): string {
  switch (reason) {
    case 'broken':
      return t('The server did not understand what this window sent.');
    case 'signed-out':
      return t('You are signed out: sign in again.');
    case 'withdrawn':
      return t('What you may do in this lab has changed.');
    case 'missing':
      return t('It was deleted, or you may not see it any more.');
    case 'too-big':
      return t('The last change is larger than a lab may be.');
  }
}
