import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useLab } from '@/state/lab';
import { useRun } from '@/state/run';
import { stopFollowing } from './follow';

/** Shows what the last runs of the lab have left, and goes on with those that are under way or are begun by anybody. */
export function useLastRuns(): void {
  const lab = useLab();
  const queries = useQueryClient();
  useEffect(() => {
    let left = false;
    let stop = () => {
      left = true;
    };
    void import('./lastRuns').then(({ showRuns }) => {
      if (!left) stop = showRuns(lab, queries);
    });
    return () => {
      stop();
      stopFollowing();
      useRun.getState().reset();
    };
  }, [lab, queries]);
}
