/** All commands that there are right now: each part of the screen registers its own while it is shown. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Command } from './command';

interface Registry {
  /** What this person may do with the lab. */
  readonly may: Readonly<Record<NonNullable<Command['needs']>, boolean>>;
  readonly commands: ReadonlyMap<string, Command>;
  /** Returns how to take them out again. */
  register: (commands: readonly Command[]) => () => void;
}

export const useCommands = create<Registry>((set) => ({
  may: { edit: false, run: false },
  commands: new Map(),
  register: (list) => {
    set(({ commands }) => ({
      commands: new Map([...commands, ...list.map((one) => [one.id, one] as const)]),
    }));
    return () => set(({ commands }) => ({ commands: without(commands, list) }));
  },
}));

/** A list that was replaced meanwhile leaves its successor alone. */
function without(commands: ReadonlyMap<string, Command>, list: readonly Command[]): Map<string, Command> {
  const gone = new Set(list);
  return new Map([...commands].filter(([, command]) => !gone.has(command)));
}

/** Offers these commands while the component is there; make the list with `useMemo` or outside of components. */
export function useRegister(list: readonly Command[]): void {
  useEffect(() => useCommands.getState().register(list), [list]);
}

/** Whether this person may do it at all: what one may not is not offered. */
export function isAllowed({ needs }: Command): boolean {
  return needs === undefined || useCommands.getState().may[needs];
}

/** Whether it can be done now, and by this person. */
export function isEnabled(command: Command): boolean {
  return isAllowed(command) && (command.isEnabled?.() ?? true);
}

/** Runs a command, if it is there and makes sense now. */
export function runCommand(id: string): void {
  const command = useCommands.getState().commands.get(id);
  if (command !== undefined && isEnabled(command)) command.run();
}
