/** Plans as text. */
import type { PlannedOperation } from '@/api';
import type { RunState } from '@/state/runState';

export type Wording = 'words' | 'commands';

/** Numbers of the operations that speak of what was typed. */
export function matchingOperations(operations: readonly PlannedOperation[], query: string): number[] {
  const wanted = query.trim().toLowerCase();
  const matches = ({ text, commands, element }: PlannedOperation) =>
    [text, element, ...commands].some((one) => one.toLowerCase().includes(wanted));
  return [...operations.entries()].filter(([, one]) => matches(one)).map(([number]) => number);
}

export function commandsText(operations: readonly PlannedOperation[]): string {
  return operations.map(({ commands }) => `${commands.join('\n')}\n`).join('');
}

export type StepState = 'planned' | 'done' | 'running' | 'refused';

/** How far the operation with this number is. */
export function stepState({ run, status, progress, refusals, plan }: RunState, number: number): StepState {
  if (run.kind === 'plan') return 'planned';
  const text = plan?.operations[number]?.text;
  if (refusals.some((refusal) => refusal.operation === text)) return 'refused';
  if (status === 'succeeded' || number < (progress?.done ?? 0)) return 'done';
  return status === 'running' && number === (progress?.done ?? 0) ? 'running' : 'planned';
}
