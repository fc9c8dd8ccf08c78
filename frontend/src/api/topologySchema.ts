/** The JSON Schema of a drawing, from which forms are made. */
import { useQuery } from '@tanstack/react-query';
import { inWords } from '@/i18n';
import { client, unwrap } from './client';
import type { JsonSchema } from './jsonSchema';

export function useTopologySchema() {
  return useQuery({
    queryKey: ['topology-schema'],
    queryFn: async () =>
      inWords((await unwrap<unknown>(client.GET('/api/topology.schema.json'))) as JsonSchema),
    staleTime: Infinity,
  });
}
