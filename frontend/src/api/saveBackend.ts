/** How the drawing of an open lab reaches the server. */
import type { QueryClient } from '@tanstack/react-query';
import type { SaveBackend } from '@/doc';
import { ApiError } from './errors';
import { labKey, labQuery, replaceLab } from './labs';

/** Who signs in again, or waits a while, has the drawing saved after all. */
function isPassing({ status }: ApiError): boolean {
  return status === 0 || status === 401 || status === 403 || status === 429 || status >= 500;
}

export function saveBackend(queries: QueryClient, id: string): SaveBackend {
  return {
    save: async (revision, topology) => {
      const lab = await replaceLab(id, revision, topology);
      queries.setQueryData(labKey(id), lab);
      return lab;
    },
    storedRevision: async () => (await queries.query({ ...labQuery(id), staleTime: 0 })).revision,
    diagnose: (error) => {
      if (!(error instanceof ApiError) || isPassing(error)) return { reason: 'offline' };
      if (error.code === 'stale-revision') return { reason: 'stale' };
      return { reason: 'refused', problems: error.problems };
    },
  };
}
