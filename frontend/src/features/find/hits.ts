/** What was found, and going there. */
import { search, type Hit, type Projection } from '@/doc';
import { keepLast } from '@/lib/keepLast';
import { useOverlay } from '@/state/overlay';
import { useView } from '@/state/view';
import { useFind } from './findStore';

const lastSearch = keepLast(
  (projection: Projection, used: ReturnType<typeof useOverlay.getState>['addresses'], query: string) =>
    search({ projection, used }, query),
);

export function hitsNow(projection: Projection): readonly Hit[] {
  return lastSearch(projection, useOverlay.getState().addresses, useFind.getState().query);
}

export function goToHit(hit: Hit): void {
  useFind.setState({ current: hit.key });
  useView.getState().goTo(hit.element);
}

/** To the next place that was found, and from the last one to the first. */
export function goOn(projection: Projection, by: 1 | -1): void {
  const hits = hitsNow(projection);
  const at = hits.findIndex((hit) => hit.key === useFind.getState().current);
  const from = at < 0 && by < 0 ? 0 : at;
  const hit = hits[(from + by + hits.length) % hits.length];
  if (hit) goToHit(hit);
}
