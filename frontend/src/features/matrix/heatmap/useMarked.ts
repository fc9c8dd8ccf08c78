import { useMemo } from 'react';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import type { Facet } from '../shownMatrix';
import type { Marked } from './paintAxes';

/** More than so many selected nodes mark nothing: then it would be all of it. */
const MARKED_MAX = 24;

/** The rows and columns of the nodes that are selected on the canvas, and of the one under the pointer. */
export function useMarked({ matrix: { sources, targets }, columns, run }: Facet): Marked {
  const { doc } = useLab();
  const selected = useView((view) => view.nodes);
  const hovered = useView((view) => view.hover.node);
  return useMemo(() => {
    const ids = hovered === undefined ? [...selected] : [...selected, hovered];
    if (ids.length === 0 || ids.length > MARKED_MAX) return { rows: [], columns: [] };
    const then = doc.projectionAt(run.run.revision);
    const names = new Set(ids.flatMap((id) => then.nodes.get(id)?.name ?? []));
    return {
      rows: [...sources.keys()].filter((row) => names.has(sources[row] ?? '')),
      columns: [...columns.keys()].filter((at) => names.has(targets[columns[at] ?? -1]?.node ?? '')),
    };
  }, [doc, run.run.revision, selected, hovered, sources, targets, columns]);
}
