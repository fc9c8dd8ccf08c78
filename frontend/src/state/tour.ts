/** Whether the guided tour is under way, and whether it was ever finished in this browser. */
import { create } from 'zustand';

const KEY = 'vethwork.tour';

export const useTour = create<{ on: boolean; wasDone: boolean }>(() => ({
  on: false,
  wasDone: localStorage.getItem(KEY) === 'done',
}));

export function startTour(): void {
  useTour.setState({ on: true });
}

export function endTour(finished: boolean): void {
  if (finished) localStorage.setItem(KEY, 'done');
  useTour.setState(({ wasDone }) => ({ on: false, wasDone: wasDone || finished }));
}
