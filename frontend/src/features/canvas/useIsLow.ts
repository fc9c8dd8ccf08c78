import { useStore } from '@xyflow/react';

const LOW_PX = 150;

/** Whether so little of the canvas is left, as beside a panel in a low window, that bars would cover all of it. */
export function useIsLow(): boolean {
  return useStore(({ height }) => height > 0 && height < LOW_PX);
}
