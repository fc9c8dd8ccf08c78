/** What a person can have done with the open lab: plan, apply, destroy, check the matrix. */
import type { QueryClient } from '@tanstack/react-query';
import {
  ApiError,
  assumeLabState,
  errorText,
  refreshLab,
  startRun,
  type Run,
  type RunKind,
  type RunOrder,
} from '@/api';
import { t } from '@/i18n';
import type { OpenLab } from '@/state/lab';
import { useProblems } from '@/state/problems';
import { useRun } from '@/state/run';
import { tookSeconds, type RunState } from '@/state/runState';
import { openDock } from '@/state/view';
import { toast } from '@/ui';
import { followRun } from './follow';
import { appliedToast, failedToast, ORDER_WORDS, succeededToast } from './words';

export interface OrderContext {
  lab: OpenLab;
  queries: QueryClient;
}

export async function plan(context: OrderContext): Promise<void> {
  openDock('plan');
  await carryOut(context, { kind: 'plan' });
  refresh(context);
}

export async function destroy(context: OrderContext): Promise<void> {
  const end = await carryOut(context, { kind: 'destroy' });
  if (end?.status === 'succeeded') {
    assumeLabState(context.queries, context.lab.id, 'empty');
    toast(succeededToast(end));
  }
  refresh(context);
}

/** Applies, and then asks who reaches whom, as that is what an apply is for. */
export async function apply(context: OrderContext): Promise<void> {
  const applied = await carryOut(context, { kind: 'apply' });
  if (applied?.status === 'succeeded') {
    assumeLabState(context.queries, context.lab.id, 'running');
    const matrix = await carryOut(context, { kind: 'matrix' }, () => openDock('matrix'));
    if (matrix?.status === 'succeeded') toast(appliedToast(tookSeconds(applied), matrix));
  }
  refresh(context);
}

/** Without probes it is those that the expectations name, and ping. */
export async function checkMatrix(context: OrderContext, order: Omit<RunOrder, 'kind'> = {}): Promise<void> {
  openDock('matrix');
  await carryOut(context, { ...order, kind: 'matrix' });
  refresh(context);
}

/** Comes last: nobody shall wait for a list while a run could be ordered. */
function refresh({ lab, queries }: OrderContext): void {
  refreshLab(queries, lab.id);
}

/** Saves, orders the run and follows it to its end; what goes wrong on the way is said. */
async function carryOut(
  { lab }: OrderContext,
  order: RunOrder,
  onStart?: () => void,
): Promise<RunState | null> {
  return await followOrder(
    lab,
    order.kind,
    async () => {
      await lab.provider.flush();
      return await startRun(lab.id, order);
    },
    onStart,
  );
}

/** Has the server start a run, and follows it to its end. */
export async function followOrder(
  lab: OpenLab,
  kind: RunKind,
  start: () => Promise<Run>,
  onStart?: () => void,
): Promise<RunState | null> {
  useRun.getState().setOrdering(true);
  try {
    const run = await start();
    const following = followRun(lab, run);
    onStart?.();
    useRun.getState().setOrdering(false);
    const end = await following;
    if (end?.status === 'failed') toast(failedToast(end));
    return end;
  } catch (error) {
    showOrderRefused(lab, kind, error);
    return null;
  } finally {
    useRun.getState().setOrdering(false);
  }
}

function showOrderRefused(lab: OpenLab, kind: RunKind, error: unknown): void {
  const problems = error instanceof ApiError ? error.problems : [];
  if (problems.length > 0) {
    useProblems.getState().show(problems, lab.doc.projection);
    openDock('problems');
  }
  toast({
    tone: 'bad',
    title: t('{what} was not started', { what: ORDER_WORDS[kind] }),
    text: errorText(error),
  });
}
