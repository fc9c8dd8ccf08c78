import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { t } from '@/i18n';
import { lazyPart } from '@/ui';
import { LabsPage } from './LabsPage';

/** The editor is most of the code; who only looks at the list need not wait for it. */
const LabPage = lazyPart(async () => (await import('./LabPage')).default);
const NotFound = lazyPart(async () => (await import('./Nowhere')).NotFound);

/** Which address shows which page. */
export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <LabsPage />
      </Route>
      <Route path="/sign-in">
        <Redirect to="/" replace />
      </Route>
      <Route path="/labs/:id">
        {({ id }) => (
          <Suspense fallback={<div role="status" aria-busy aria-label={t('Opening the editor')} />}>
            <LabPage key={id} id={id} />
          </Suspense>
        )}
      </Route>
      <Route>
        <Suspense>
          <NotFound />
        </Suspense>
      </Route>
    </Switch>
  );
}
