import type { ReactNode } from 'react';
import { ServerCrash } from 'lucide-react';
import { useLocation } from 'wouter';
import { errorText, useSession } from '@/api';
import { t } from '@/i18n';
import { Button, EmptyState } from '@/ui';
import { SignInPage } from './SignInPage';

/**
 * Lets those in who are signed in, and those with a link to the lab that it shows; the others see where to sign in,
 * and come back to the address they asked for.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useSession();
  const [path] = useLocation();
  if (session.isPending) return null;
  if (session.isError) {
    return (
      <main style={{ height: '100%' }}>
        <EmptyState
          icon={<ServerCrash size={20} aria-hidden />}
          title={t('Vethwork is not there')}
          text={errorText(session.error)}
          action={<Button onClick={() => void session.refetch()}>{t('Try again')}</Button>}
        />
      </main>
    );
  }
  const { user, shared_labs: sharedLabs } = session.data;
  const isShown = sharedLabs.some((lab) => path === `/labs/${lab}`);
  return user === null && !isShown ? <SignInPage /> : children;
}
