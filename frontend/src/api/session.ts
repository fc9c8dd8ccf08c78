/** Who is signed in. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { change, client, readSession } from './client';

export const SESSION_KEY = ['session'] as const;

export function useSession() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: readSession, staleTime: Infinity });
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: { username: string; password: string }) => {
      await readSession();
      await change(() => client.POST('/api/session', { body }));
      return readSession();
    },
    onSuccess: (session) => queries.setQueryData(SESSION_KEY, session),
  });
}

/** Forgets everything that was on screen, so that the next person on this machine sees none of it. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await change(() => client.DELETE('/api/session'));
      return readSession();
    },
    onSuccess: (session) => {
      queries.setQueryData(SESSION_KEY, session);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    },
  });
}
