/** What a lab's drawing once was: listed, named, read, compared, made a lab of its own. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { inWords } from '@/i18n';
import { change, client, unwrap } from './client';
import type { Lab, Version } from './types';
import type { TopologyJson } from '@/doc';

const versionsKey = (id: string) => ['versions', id] as const;

export function useVersions(id: string) {
  return useQuery({
    queryKey: versionsKey(id),
    queryFn: async () => await readVersions(id),
    staleTime: 0,
  });
}

/** The newest comes first. */
export async function readVersions(id: string): Promise<readonly Version[]> {
  return await unwrap(client.GET('/api/labs/{lab_id}/versions', { params: { path: { lab_id: id } } }));
}

/** Reads the list anew after one was made, named or deleted. */
export function useRefreshVersions(id: string): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: versionsKey(id) });
}

/** Keeps what is stored now; without a name it is thinned out in time, as those that are kept by themselves. */
export async function keepVersion(id: string, name: string): Promise<Version> {
  const params = { path: { lab_id: id } };
  return await change(() => client.POST('/api/labs/{lab_id}/versions', { params, body: { name } }));
}

export async function renameVersion(id: string, number: number, name: string): Promise<Version> {
  const params = { path: { lab_id: id, number } };
  return await change(() => client.PATCH('/api/labs/{lab_id}/versions/{number}', { params, body: { name } }));
}

export async function deleteVersion(id: string, number: number): Promise<void> {
  const params = { path: { lab_id: id, number } };
  await change(() => client.DELETE('/api/labs/{lab_id}/versions/{number}', { params }));
}

export async function readVersion(id: string, number: number): Promise<TopologyJson> {
  const params = { path: { lab_id: id, number } };
  const version = await unwrap(client.GET('/api/labs/{lab_id}/versions/{number}', { params }));
  return version.topology;
}

export async function forkVersion(id: string, number: number): Promise<Lab> {
  const params = { path: { lab_id: id, number } };
  const lab = await change(() =>
    client.POST('/api/labs/{lab_id}/versions/{number}/fork', { params, body: {} }),
  );
  return lab;
}

/**
 * `drawn`, `running`, or the number of a version; `revision` tells one state of the drawing from another. While it is
 * not `enabled`, the comparison before stays.
 */
export function useComparison(
  id: string,
  before: string,
  after: string,
  revision: number | string,
  enabled = true,
) {
  return useQuery({
    enabled,
    queryKey: ['comparison', id, before, after, revision],
    queryFn: async () => {
      const params = { path: { lab_id: id }, query: { before, after } };
      const compared = await unwrap(client.GET('/api/labs/{lab_id}/comparison', { params }));
      return { ...compared, changes: compared.changes.map(inWords) };
    },
    placeholderData: keepPreviousData,
    retry: false,
  });
}
