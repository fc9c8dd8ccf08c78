/** Live mode of the open lab: whether each edit is applied as it is made, and how that stands. */
import { create } from 'zustand';

export type LivePhase =
  /** All that is drawn runs, as far as this window knows. */
  | { phase: 'rest' }
  | { phase: 'applying' }
  /** An edit waits until the drawing is right again, or until the host takes it. */
  | { phase: 'held'; why: string };

interface Live {
  on: boolean;
  state: LivePhase;
}

const OFF: Live = { on: false, state: { phase: 'rest' } };

export const useLive = create<Live>(() => OFF);

export function endLive(): void {
  useLive.setState(OFF);
}
