/** The runs of the open lab, apart from its drawing: the newest one that plans or changes, and the newest matrix. */
import { create } from 'zustand';
import type { Connection, Run, RunEvent } from '@/api';
import { isOver, newRunState, takeEvents, type RunState } from './runState';

interface Runs {
  /** The newest plan, apply or destroy. */
  change: RunState | null;
  /** The newest matrix that has something to show. */
  matrix: RunState | null;
  /** A matrix that was asked for and has no axes yet: until then the one before stays in sight. */
  nextMatrix: RunState | null;
  connection: Connection | null;
  /** An order is on its way to the server. */
  ordering: boolean;
  begin: (run: Run) => void;
  take: (runId: string, events: readonly RunEvent[]) => void;
  setConnection: (connection: Connection | null) => void;
  setOrdering: (ordering: boolean) => void;
  reset: () => void;
}

const NOTHING = { change: null, matrix: null, nextMatrix: null, connection: null, ordering: false };

export const useRun = create<Runs>((set) => ({
  ...NOTHING,
  begin: (run) =>
    set(run.kind === 'matrix' ? { nextMatrix: newRunState(run) } : { change: newRunState(run) }),
  take: (runId, events) => set((runs) => taken(runs, runId, events)),
  setConnection: (connection) => set({ connection }),
  setOrdering: (ordering) => set({ ordering }),
  reset: () => set(NOTHING),
}));

function taken(runs: Runs, runId: string, events: readonly RunEvent[]): Partial<Runs> {
  const { change, matrix, nextMatrix } = runs;
  if (change?.run.id === runId) return { change: takeEvents(change, events) };
  if (matrix?.run.id === runId) return { matrix: takeEvents(matrix, events) };
  if (nextMatrix?.run.id !== runId) return {};
  const next = takeEvents(nextMatrix, events);
  const hasSomething = next.matrix !== null || isOver(next);
  return hasSomething ? { matrix: next, nextMatrix: null } : { nextMatrix: next };
}

/** The run that is not over yet. */
export function activeRun({ change, matrix, nextMatrix }: Runs): RunState | null {
  return [change, nextMatrix, matrix].find((one) => one !== null && !isOver(one)) ?? null;
}
