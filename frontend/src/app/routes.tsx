import { Link, Route, Switch } from 'wouter';
import { Page } from './Page';

/** Which address shows which page. */
export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <Page title="Labs" />
      </Route>
      <Route>
        <Page title="Page not found">
          <p>
            There is nothing at this address. <Link href="/">Go to your labs</Link>
          </p>
        </Page>
      </Route>
    </Switch>
  );
}
