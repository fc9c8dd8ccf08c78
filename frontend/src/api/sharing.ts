/** Who may do what in a lab: its members, and links that show it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@/doc';
import { change, client, unwrap } from './client';
import type { Member, NewShareLink, ShareLink } from './types';

const membersKey = (id: string) => ['members', id] as const;
const linksKey = (id: string) => ['share-links', id] as const;
const ofLab = (id: string) => ({ path: { lab_id: id } });

export function useMembers(id: string) {
  return useQuery({
    queryKey: membersKey(id),
    queryFn: async (): Promise<Member[]> =>
      await unwrap(client.GET('/api/labs/{lab_id}/members', { params: ofLab(id) })),
  });
}

/** Gives somebody a role; without one, takes it away. */
export function useSetMember(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ user, role }: { user: { id?: number; name: string }; role: Role | null }) => {
      if (role !== null) {
        const body = { username: user.name, role };
        await change(() => client.PUT('/api/labs/{lab_id}/members', { params: ofLab(id), body }));
      } else if (user.id !== undefined) {
        const params = { path: { lab_id: id, user_id: user.id } };
        await change(() => client.DELETE('/api/labs/{lab_id}/members/{user_id}', { params }));
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: membersKey(id) }),
  });
}

export function useShareLinks(id: string) {
  return useQuery({
    queryKey: linksKey(id),
    queryFn: async (): Promise<ShareLink[]> =>
      await unwrap(client.GET('/api/labs/{lab_id}/share-links', { params: ofLab(id) })),
  });
}

export interface ShareLinkOrder {
  /** In seconds; null: until it is revoked. */
  valid_for_s: number | null;
  /** The sites that may show it inside their pages, `*` is any; null: none. */
  embed_sites: string[] | null;
}

/** The answer has the address that opens the lab, this one time. */
export function useMakeShareLink(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: ShareLinkOrder): Promise<NewShareLink> =>
      await change(() => client.POST('/api/labs/{lab_id}/share-links', { params: ofLab(id), body })),
    onSettled: () => queries.invalidateQueries({ queryKey: linksKey(id) }),
  });
}

export function useRevokeShareLink(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (link: number) => {
      const params = { path: { lab_id: id, link_id: link } };
      await change(() => client.DELETE('/api/labs/{lab_id}/share-links/{link_id}', { params }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: linksKey(id) }),
  });
}
