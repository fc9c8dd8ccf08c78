import { useEffect, useRef } from 'react';
import { ApiError, tracePath } from '@/api';
import { useLab } from '@/state/lab';
import { placedPath, usePath } from '@/state/path';
import { useRun } from '@/state/run';
import { useMatrixView } from './matrixView';
import { cellAt, type ShownMatrix } from './shownMatrix';
import { targetName } from './words';

/** A pointer on its way over the map asks for nothing. */
const REST_MS = 110;

/** Has the way of the cell that is pointed at, or chosen, drawn on the canvas as packets go now. */
export function usePathOfCell(shown: ShownMatrix): void {
  const { id, doc } = useLab();
  const index = useMatrixView((view) => view.hovered ?? view.chosen);
  const newest = useRef(shown);
  useEffect(() => {
    newest.current = shown;
  });
  useEffect(() => {
    const cell = index === null ? null : cellAt(newest.current, index);
    if (cell === null) {
      usePath.getState().show(null);
      return;
    }
    let isLate = false;
    const { source, target, probe } = cell;
    const ask = async () => {
      const traced = await tracePath(id, { source, target: target.address, probe });
      const applied = useRun.getState().change?.run.revision;
      const projection = applied === undefined ? doc.projection : doc.projectionAt(applied);
      const path = placedPath(traced, { source, target: targetName(target) }, projection);
      if (!isLate) usePath.getState().show(path);
    };
    const timer = setTimeout(() => {
      ask().catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (!isLate) usePath.getState().show(null); // it does not run: the cell's card says why it failed
      });
    }, REST_MS);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [id, doc, index]);
  useEffect(() => () => usePath.getState().show(null), []);
}
