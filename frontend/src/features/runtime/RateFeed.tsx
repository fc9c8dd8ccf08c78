import { useEffect, useSyncExternalStore } from 'react';
import { followRates } from '@/api';
import { useLab } from '@/state/lab';
import { useRun } from '@/state/run';
import { useTraffic } from '@/state/traffic';

/** Hears of the traffic of a lab that runs while somebody can see it: the host counts for nobody else. */
export function RateFeed() {
  const { id, doc } = useLab();
  const isSeen = useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible');
  useEffect(() => {
    if (!isSeen) return undefined;
    const stop = followRates(id, (rates) => {
      const applied = useRun.getState().change?.run.revision;
      const projection = applied === undefined ? doc.projection : doc.projectionAt(applied);
      useTraffic.getState().take(rates, projection);
    });
    return () => {
      stop();
      useTraffic.getState().clear();
    };
  }, [id, doc, isSeen]);
  return null;
}

function onVisibility(callback: () => void): () => void {
  document.addEventListener('visibilitychange', callback);
  return () => document.removeEventListener('visibilitychange', callback);
}
