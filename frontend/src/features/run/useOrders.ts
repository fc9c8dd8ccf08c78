import { useMemo } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { RunOrder } from '@/api';
import { useLab } from '@/state/lab';
import { activeRun, useRun } from '@/state/run';
import { apply, checkMatrix, destroy, plan } from './orders';

export interface Orders {
  plan: () => void;
  apply: () => void;
  destroy: () => void;
  checkMatrix: (order?: Omit<RunOrder, 'kind'>) => void;
}

/** Orders for the open lab, one at a time: while a run is under way a further one is not heard. */
export function useOrders(): Orders {
  const lab = useLab();
  const queries = useQueryClient();
  return useMemo(() => {
    const context = { lab, queries };
    const oneAtATime = (order: () => Promise<void>) => {
      const runs = useRun.getState();
      if (!runs.ordering && activeRun(runs) === null) void order();
    };
    return {
      plan: () => oneAtATime(() => plan(context)),
      apply: () => oneAtATime(() => apply(context)),
      destroy: () => oneAtATime(() => destroy(context)),
      checkMatrix: (order) => oneAtATime(() => checkMatrix(context, order)),
    };
  }, [lab, queries]);
}

export function useIsBusy(): boolean {
  return useRun((runs) => runs.ordering || activeRun(runs) !== null);
}
