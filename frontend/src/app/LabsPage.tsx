import { Suspense, useState } from 'react';
import { UserMenu } from '@/features/account';
import { Labs, NewLabButton } from '@/features/labs';
import { t } from '@/i18n';
import { Page } from './Page';

export function LabsPage() {
  const [creating, setCreating] = useState(false);
  return (
    <Page title={t('Labs')} actions={<NewLabButton onClick={() => setCreating(true)} />} end={<UserMenu />}>
      <Suspense fallback={<div role="status" aria-busy aria-label={t('Loading your labs')} />}>
        <Labs creating={creating} onCreating={setCreating} />
      </Suspense>
    </Page>
  );
}
