/** Labs: the list, one of them, and what changes them. */
import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type { Problem, TopologyJson } from '@/doc';
import { inWords } from '@/i18n';
import { change, client, unwrap } from './client';
import { isRunUnderWay, runsKey } from './runs';
import type { GalleryEntry, Lab, LabState, LabSummary } from './types';

export const LABS_KEY = ['labs'] as const;
export const labKey = (id: string) => ['lab', id] as const;

/** One of `gallery`, `topology` or `yaml`; without any it is an empty lab. */
export interface LabOrder {
  name?: string;
  gallery?: string;
  topology?: TopologyJson;
  yaml?: string;
}

async function readLab(id: string): Promise<Lab> {
  const params = { path: { lab_id: id }, query: { yaml: false } };
  return await unwrap(client.GET('/api/labs/{lab_id}', { params }));
}

/** The lab's file, and the revision that it says; of what was just drawn the server has to write it first. */
export async function readText(id: string): Promise<{ yaml: string; revision: number }> {
  const params = { path: { lab_id: id } };
  const { yaml, revision } = await unwrap(client.GET('/api/labs/{lab_id}', { params }));
  return { yaml: yaml ?? '', revision };
}

/** Stores over `revision` and fails with `stale-revision` when another one is stored. */
async function replaceLab(id: string, revision: number, topology: TopologyJson): Promise<Lab> {
  const params = { path: { lab_id: id } };
  return await change(() => client.PUT('/api/labs/{lab_id}', { params, body: { revision, topology } }));
}

async function createLab(body: LabOrder): Promise<Lab> {
  return await change(() => client.POST('/api/labs', { body }));
}

/** What a text says, if it is a drawing, and what is wrong with it; nothing is stored. */
export async function readDrawing(
  yaml: string,
): Promise<{ topology: TopologyJson | null; problems: readonly Problem[] }> {
  const { topology, problems } = await change(() => client.POST('/api/check', { body: { yaml } }));
  return { topology: topology ?? null, problems };
}

export const labQuery = (id: string) =>
  queryOptions({ queryKey: labKey(id), queryFn: () => readLab(id), staleTime: 5_000 });

const BUSY_MS = 1000;

function isBusy({ last_run }: LabSummary): boolean {
  return last_run !== null && isRunUnderWay(last_run);
}

export function useLabs() {
  return useQuery({
    queryKey: LABS_KEY,
    queryFn: async (): Promise<LabSummary[]> => await unwrap(client.GET('/api/labs')),
    refetchInterval: ({ state }) => (state.data?.some(isBusy) ? BUSY_MS : false),
    staleTime: 2_000,
    refetchOnMount: 'always',
  });
}

/** By node, the routes that `routing: automatic` gives; a drawing with errors has none. */
export function useAutomaticRoutes(id: string, revision: number, enabled: boolean) {
  return useQuery({
    queryKey: ['routes', id, revision],
    queryFn: async () =>
      await unwrap(client.GET('/api/labs/{lab_id}/routes', { params: { path: { lab_id: id } } })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
    enabled,
  });
}

/** The networks of a drawing, and who has which address; a drawing with errors has no plan. */
export function useAddressPlan(id: string, revision: number, enabled: boolean) {
  return useQuery({
    queryKey: ['addresses', id, revision],
    queryFn: async () =>
      await unwrap(client.GET('/api/labs/{lab_id}/addresses', { params: { path: { lab_id: id } } })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
    enabled,
  });
}

/** The drawing of a lab in the list, read anew when it has changed. */
export function useLabDrawing({ id, updated_at }: LabSummary, enabled: boolean) {
  return useQuery({
    queryKey: ['drawing', id, updated_at],
    queryFn: async () => (await readLab(id)).topology,
    staleTime: Infinity,
    enabled,
  });
}

export function useGallery() {
  return useQuery({
    queryKey: ['gallery'],
    queryFn: async () => ((await unwrap(client.GET('/api/gallery'))) as GalleryEntry[]).map(inWords),
    staleTime: Infinity,
  });
}

/** By lab of the gallery, what is wrong with it on this host: looked at one after the other, as nobody waits for it. */
export function useGalleryProblems(entries: readonly GalleryEntry[]) {
  return useQuery({
    queryKey: ['gallery-problems', entries.map((entry) => entry.id)],
    queryFn: async () => {
      const found = new Map<string, Problem[]>();
      for (const { id, topology } of entries) {
        const { problems } = await change(() => client.POST('/api/check', { body: { topology } }));
        found.set(id, problems);
      }
      return found;
    },
    staleTime: Infinity,
    retry: false,
  });
}

function useListChange<Order, Result>(change: (order: Order) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: LABS_KEY }),
  });
}

export function useCreateLab() {
  return useListChange(createLab);
}

export function useDeleteLab() {
  return useListChange(async (id: string) => {
    await change(() => client.DELETE('/api/labs/{lab_id}', { params: { path: { lab_id: id } } }));
  });
}

/** Gives up one's own role in a lab of somebody else. */
export function useLeaveLab() {
  return useListChange(async ({ id, user }: { id: string; user: number }) => {
    const params = { path: { lab_id: id, user_id: user } };
    await change(() => client.DELETE('/api/labs/{lab_id}/members/{user_id}', { params }));
  });
}

export function useDuplicateLab() {
  return useListChange(async ({ id, name }: { id: string; name: string }) => {
    const { topology } = await readLab(id);
    return createLab({ topology: { ...topology, name } });
  });
}

/** The name is a part of the drawing, so a new name is a new revision of it. */
export function useRenameLab() {
  const queries = useQueryClient();
  return useListChange(async ({ id, name }: { id: string; name: string }) => {
    const { revision, topology } = await readLab(id);
    queries.setQueryData(labKey(id), await replaceLab(id, revision, { ...topology, name }));
  });
}

/** What a run that has just succeeded leaves behind is known before the server is asked again. */
export function assumeLabState(queries: QueryClient, id: string, state: LabState): void {
  queries.setQueryData(labQuery(id).queryKey, (lab) => lab && { ...lab, state });
}

/** A revision that the document's socket told of, for whatever shows the stored file; how a newer one stands. */
export function noteRevision(
  queries: QueryClient,
  id: string,
  revision: number,
  state: LabState | undefined,
): void {
  queries.setQueryData(labQuery(id).queryKey, (lab) => {
    if (lab === undefined) return lab;
    const isNews = state !== undefined && revision > lab.revision;
    return { ...lab, revision, state: isNews ? state : lab.state };
  });
}

/** Has the lab, its runs and the list of labs read again where they are shown. */
export function refreshLab(queries: QueryClient, id: string): void {
  void queries.invalidateQueries({ queryKey: labKey(id) });
  void queries.invalidateQueries({ queryKey: LABS_KEY });
  void queries.invalidateQueries({ queryKey: runsKey(id) });
}
