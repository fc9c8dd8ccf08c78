import type { KeyboardEvent } from 'react';
import type { MapGeometry } from './geometry';
import type { Pointed } from './paintAxes';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

function within(value: number, count: number): number {
  return Math.min(count - 1, Math.max(0, value));
}

/** Goes from cell to cell by keys; Escape lets go of the cell. */
export function useArrowKeys(
  { rows, columns }: MapGeometry,
  from: Pointed | null,
  choose: (place: Pointed) => void,
  letGo: () => void,
): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key === 'Escape' && from !== null) {
      event.stopPropagation();
      letGo();
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (from === null) choose({ row: 0, column: 0 });
    else choose({ row: within(from.row + step[0], rows), column: within(from.column + step[1], columns) });
  };
}
