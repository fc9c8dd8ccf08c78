import { useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import { SearchX, ServerCrash } from 'lucide-react';
import { Link } from 'wouter';
import { ApiError, errorText, labQuery, type Lab } from '@/api';
import { t } from '@/i18n';
import type { OpenLab } from '@/state/lab';
import { Button, EmptyState } from '@/ui';
import { LabEditor } from './LabEditor';
import { Page } from './Page';
import { useOpenLab } from './useOpenLab';

/** Opens a lab in the editor: what is known of it comes by REST, the drawing over its socket. */
export default function LabPage({ id }: { id: string }) {
  const lab = useOpenLab(id);
  const { data, error, isFetchedAfterMount, refetch } = useQuery({
    ...labQuery(id),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  if (error !== null && data === undefined) return <LabError error={error} onRetry={() => void refetch()} />;
  if (lab === null || data === undefined || !isFetchedAfterMount) return <Opening />;
  return <Opened lab={lab} stored={data} />;
}

/** Nothing is drawn before all of it is here. */
function Opened({ lab, stored }: { lab: OpenLab; stored: Lab }) {
  const { provider } = lab;
  const isReady = useSyncExternalStore(provider.subscribe, () => provider.isReady);
  return isReady ? <LabEditor lab={lab} stored={stored} /> : <Opening />;
}

function Opening() {
  return <div aria-busy aria-label={t('Opening the lab')} role="status" />;
}

function LabError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const missing = error instanceof ApiError && error.status === 404;
  return (
    <Page title={missing ? t('No such lab') : t('Lab')}>
      <EmptyState
        icon={missing ? <SearchX size={20} aria-hidden /> : <ServerCrash size={20} aria-hidden />}
        title={missing ? t('This lab is not there') : t('The lab could not be read')}
        text={missing ? t('It was deleted, or it belongs to somebody else.') : errorText(error)}
        action={
          missing ? (
            <Link href="/">{t('Go to your labs')}</Link>
          ) : (
            <Button onClick={onRetry}>{t('Try again')}</Button>
          )
        }
      />
    </Page>
  );
}
