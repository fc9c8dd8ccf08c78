import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useLab, useTopology } from '@/state/lab';
import { useRun } from '@/state/run';
import { useMatrixView } from './matrixView';
import { shownMatrix, type ShownMatrix } from './shownMatrix';

/** The newest matrix against the drawing as it is now; null while there is none. */
export function useShownMatrix(): ShownMatrix | null {
  const { doc } = useLab();
  const now = useTopology((projection) => projection);
  const run = useRun((runs) => runs.matrix);
  const look = useMatrixView(useShallow(({ probe, family, layout }) => ({ probe, family, layout })));
  return useMemo(() => {
    if (run?.matrix == null) return null;
    return shownMatrix(run, run.matrix, { now, then: doc.projectionAt(run.run.revision) }, look);
  }, [run, now, doc, look]);
}

/** Whether what was asked is still what is drawn; moving a node changes nothing. */
export function useIsOutdated(shown: ShownMatrix): boolean {
  const { doc } = useLab();
  const now = useTopology((projection) => projection);
  const then = doc.projectionAt(shown.run.run.revision);
  return now.nodes !== then.nodes || now.links !== then.links || now.meta !== then.meta;
}
