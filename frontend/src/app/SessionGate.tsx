import type { ReactNode } from 'react';
import { ServerCrash } from 'lucide-react';
import { errorText, useSession } from '@/api';
import { Button, EmptyState } from '@/ui';
import { SignInPage } from './SignInPage';

/** Lets those in who are signed in; the others see where to, and come back to the address they asked for. */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useSession();
  if (session.isPending) return null;
  if (session.isError) {
    return (
      <main style={{ height: '100%' }}>
        <EmptyState
          icon={<ServerCrash size={20} aria-hidden />}
          title="Vethwork is not there"
          text={errorText(session.error)}
          action={<Button onClick={() => void session.refetch()}>Try again</Button>}
        />
      </main>
    );
  }
  return session.data.user === null ? <SignInPage /> : children;
}
