/** Pages of what is not there, with the way on. */
import { SearchX, ServerCrash } from 'lucide-react';
import { Link } from 'wouter';
import { ApiError, errorText } from '@/api';
import { t } from '@/i18n';
import { Button, buttonLook, EmptyState } from '@/ui';
import { Page } from './Page';

export function NotFound() {
  return (
    <Page title={t('Page not found')}>
      <EmptyState
        icon={<SearchX size={20} aria-hidden />}
        title={t('There is nothing at this address.')}
        action={<ToLabs />}
      />
    </Page>
  );
}

export function LabError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const missing = error instanceof ApiError && error.status === 404;
  return (
    <Page title={missing ? t('No such lab') : t('Lab')}>
      <EmptyState
        icon={missing ? <SearchX size={20} aria-hidden /> : <ServerCrash size={20} aria-hidden />}
        title={missing ? t('This lab is not there') : t('The lab could not be read')}
        text={missing ? t('It was deleted, or it belongs to somebody else.') : errorText(error)}
        action={missing ? <ToLabs /> : <Button onClick={onRetry}>{t('Try again')}</Button>}
      />
    </Page>
  );
}

function ToLabs() {
  return (
    <Link href="/" className={buttonLook({ variant: 'primary' })}>
      {t('Go to your labs')}
    </Link>
  );
}
