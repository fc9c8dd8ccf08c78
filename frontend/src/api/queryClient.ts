/** The cache of what was read from the server, and what happens when the session is over. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './errors';
import { SESSION_KEY } from './session';

const MAX_RETRIES = 2;

export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiError && error.status === 401) {
      void queries.invalidateQueries({ queryKey: SESSION_KEY });
    }
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: isWorthRetrying } },
  });
  return queries;
}

/** The server's no stays a no; only a missing or broken answer may be another one next time. */
function isWorthRetrying(failures: number, error: Error): boolean {
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return !refused && failures < MAX_RETRIES;
}
