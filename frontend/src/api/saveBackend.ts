/** How the drawing of an open lab reaches the server. */
import type { QueryClient } from '@tanstack/react-query';
import type { SaveBackend } from '@/doc';
import { ApiError } from './errors';
import { labKey, labQuery, replaceLab } from './labs';

export function saveBackend(queries: QueryClient, id: string): SaveBackend {
  return {
    save: async (revision, topology) => {
      const lab = await replaceLab(id, revision, topology);
      queries.setQueryData(labKey(id), lab);
      return lab;
    },
    storedRevision: async () => (await queries.query({ ...labQuery(id), staleTime: 0 })).revision,
    diagnose: (error) => {
      if (!(error instanceof ApiError) || error.status === 0 || error.status >= 500)
        return { reason: 'offline' };
      if (error.code === 'stale-revision') return { reason: 'stale' };
      return { reason: 'refused', problems: error.problems };
    },
  };
}
