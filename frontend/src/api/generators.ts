/** Drawings of a regular shape, made by the server from a few numbers. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { WholeTopology } from '@/doc';
import { inWords } from '@/i18n';
import { change, client, unwrap } from './client';
import type { Shape } from './types';

export function useShapes() {
  return useQuery({
    queryKey: ['shapes'],
    queryFn: async (): Promise<Shape[]> => {
      const shapes = await unwrap(client.GET('/api/generators'));
      return shapes.map(inWords);
    },
    staleTime: Infinity,
  });
}

/** The drawing of a shape; while the next one is made, the one before stays in sight. */
export function useShapeDrawing(shape: string | undefined, options: Readonly<Record<string, unknown>>) {
  return useQuery({
    queryKey: ['shape', shape, options],
    queryFn: async () => {
      const params = { path: { shape: shape ?? '' } };
      const drawn = await change(() =>
        client.POST('/api/generators/{shape}', { params, body: { ...options } }),
      );
      return drawn as unknown as WholeTopology;
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    enabled: shape !== undefined,
    retry: false,
  });
}
