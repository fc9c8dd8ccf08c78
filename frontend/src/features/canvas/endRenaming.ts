import { useView } from '@/state/view';
import { useViewport } from '@/state/viewport';

/** What was typed on the canvas is there, or given up. */
export function endRenaming(byKey: boolean): void {
  useView.getState().startRenaming(null);
  if (byKey) useViewport.getState().focusCanvas();
}
