import { useEffect, useMemo } from 'react';
import { useLab, useTopology } from '@/state/lab';
import { useDrift } from '@/state/drift';
import { failedNodes } from '@/state/failedNodes';
import { litBy, NO_FILTER, type Lit } from '@/state/filter';
import { useProblems } from '@/state/problems';
import { useRun } from '@/state/run';
import { setFilter, useView } from '@/state/view';

const NOBODY: ReadonlySet<string> = new Set();

/** Keeps what the filter leaves bright up to date while the drawing, its problems and its results change. */
export function useLit(): void {
  const { doc } = useLab();
  const projection = useTopology((one) => one);
  const filter = useView((view) => view.filter);
  const problems = useProblems((state) => state.byElement);
  const drift = useDrift((state) => state.byElement);
  const run = useRun((runs) => (filter.state === 'failed' ? runs.matrix : null));
  const lit = useMemo((): Lit | null => {
    const failed = run?.matrix
      ? failedNodes(run.matrix, projection, doc.projectionAt(run.run.revision))
      : NOBODY;
    const stated = { problems: new Set(problems.keys()), drift: new Set(drift.keys()), failed };
    return litBy(filter, projection, stated);
  }, [doc, projection, filter, problems, drift, run]);
  useEffect(() => useView.setState({ lit }), [lit]);
  useEffect(() => () => setFilter(NO_FILTER), [doc]);
}
