/** ELK in a worker of its own, which is loaded when somebody first lays something out. */
import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { Projection } from '@/doc';
import { elkGraph, placesFrom, type Places } from './graph';
import type { LayoutKind } from './kinds';

const elk = new ELK({ workerFactory: () => new Worker(workerUrl) });

export async function findPlaces(
  projection: Projection,
  ids: ReadonlySet<string>,
  kind: LayoutKind,
): Promise<Places> {
  const { children = [] } = await elk.layout(elkGraph(projection, ids, kind));
  return placesFrom(projection, children);
}
