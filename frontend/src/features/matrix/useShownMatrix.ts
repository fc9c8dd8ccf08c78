import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useLabState } from '@/features/run';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { useRun } from '@/state/run';
import { isOver } from '@/state/runState';
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

export const OUTDATED_WORDS = {
  'taken down since': t('taken down since'),
  'drawn differently since': t('drawn differently since'),
} as const;

/** Why the results no longer tell how things are; null while they do. Moving a node changes nothing. */
export function useOutdated(shown: ShownMatrix): keyof typeof OUTDATED_WORDS | null {
  const { doc } = useLab();
  const now = useTopology((projection) => projection);
  const isDown = useLabState() === 'empty';
  const then = doc.projectionAt(shown.run.run.revision);
  if (isDown && isOver(shown.run)) return 'taken down since';
  const isSame = now.nodes === then.nodes && now.links === then.links && now.meta === then.meta;
  return isSame ? null : 'drawn differently since';
}
