/** A lab in the words of other tools. */
import { useQuery } from '@tanstack/react-query';
import { inWords } from '@/i18n';
import { client, unwrap } from './client';

export function useFormats() {
  return useQuery({
    queryKey: ['formats'],
    queryFn: async () => (await unwrap(client.GET('/api/formats'))).map(inWords),
    staleTime: Infinity,
  });
}

/** `revision` is a part of the key only: what is stored now is what is exported. */
export function useExportPreview(labId: string, format: string | undefined, revision: number) {
  return useQuery({
    queryKey: ['export', labId, format, revision],
    queryFn: async () => {
      const preview = await unwrap(
        client.GET('/api/labs/{lab_id}/export/{format}', {
          params: { path: { lab_id: labId, format: format ?? '' }, query: { preview: true } },
        }),
      );
      return { ...preview, losses: preview.losses.map(inWords) };
    },
    enabled: format !== undefined,
  });
}

export function exportAddress(labId: string, format: string): string {
  return `/api/labs/${labId}/export/${format}`;
}
