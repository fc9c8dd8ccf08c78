import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { assumeLabState, refreshLab } from '@/api';
import { useLab } from '@/state/lab';
import { endLive, useLive } from '@/state/live';
import { useLabState } from './useLabState';

/** While live mode is on and the lab runs, what is drawn is applied. */
export function useLiveEdits(): void {
  const lab = useLab();
  const queries = useQueryClient();
  const state = useLabState();
  const isThere = state !== undefined && state !== 'empty';
  const wanted = useLive((live) => live.on) && isThere;
  useEffect(() => {
    if (!wanted) return undefined;
    const onInStep = () => assumeLabState(queries, lab.id, 'running');
    const onRest = () => refreshLab(queries, lab.id);
    let isOver = false;
    let stop = () => {
      isOver = true;
    };
    void import('./liveEdits').then(({ LiveEdits }) => {
      if (isOver) return;
      const edits = new LiveEdits(lab, { onInStep, onRest });
      stop = () => edits.stop();
    });
    return () => stop();
  }, [lab, queries, wanted]);
  useEffect(() => endLive, [lab]);
}
