/** A lab in the words of other tools. */
import { useQuery } from '@tanstack/react-query';
import { client, unwrap } from './client';

export function useFormats() {
  return useQuery({
    queryKey: ['formats'],
    queryFn: () => unwrap(client.GET('/api/formats')),
    staleTime: Infinity,
  });
}

/** `revision` is a part of the key only: what is stored now is what is exported. */
export function useExportPreview(labId: string, format: string | undefined, revision: number) {
  return useQuery({
    queryKey: ['export', labId, format, revision],
    queryFn: () =>
      unwrap(
        client.GET('/api/labs/{lab_id}/export/{format}', {
          params: { path: { lab_id: labId, format: format ?? '' }, query: { preview: true } },
        }),
      ),
    enabled: format !== undefined,
  });
}

export function exportAddress(labId: string, format: string): string {
  return `/api/labs/${labId}/export/${format}`;
}
