/** Follows runs: what is known of them goes to the stores that the screen reads. */
import { RunFeed, type Run, type RunEvent } from '@/api';
import type { Problem, Projection } from '@/doc';
import type { OpenLab } from '@/state/lab';
import { useOverlay } from '@/state/overlay';
import { useProblems } from '@/state/problems';
import { useRun } from '@/state/run';
import type { RunState } from '@/state/runState';

interface Following {
  feed: RunFeed;
  end: Promise<RunState | null>;
}
const following = new Map<string, Following>();
/** All runs of the open lab that were shown, so that none is shown again when it is heard of late. */
const begun = new Set<string>();

/** Resolves with what became of the run; with null when the server will not show it. */
export function followRun(lab: OpenLab, run: Run): Promise<RunState | null> {
  const known = following.get(run.id);
  if (known !== undefined) return known.end;
  beginRun(lab, run);
  let feed!: RunFeed;
  const end = new Promise<RunState | null>((resolve) => {
    feed = new RunFeed(run.id, {
      onEvents: (events) => takeRunEvents(lab, run, events),
      onConnection: (connection) => {
        const isOver = connection === 'ended' || connection === 'refused';
        useRun.getState().setConnection(isOver ? null : connection);
        if (!isOver) return;
        following.delete(run.id);
        resolve(connection === 'ended' ? knownRun(run.id) : null);
      },
    });
  });
  following.set(run.id, { feed, end });
  feed.start();
  return end;
}

/** Whoever leaves the lab hears no more of it; the runs go on. */
export function stopFollowing(): void {
  for (const { feed } of following.values()) feed.stop();
  following.clear();
  begun.clear();
}

export function wasBegun(runId: string): boolean {
  return begun.has(runId);
}

export function beginRun(lab: OpenLab, run: Run): void {
  begun.add(run.id);
  if (run.kind !== 'matrix') useProblems.getState().showRefused([], lab.doc.projection);
  useRun.getState().begin(run);
}

export function takeRunEvents(lab: OpenLab, run: Run, events: readonly RunEvent[]): void {
  useRun.getState().take(run.id, events);
  const projection = lab.doc.projectionAt(run.revision);
  for (const event of events) showOnCanvas(event, projection);
  if (events.some((event) => event.type === 'refused')) showRefusals(run.id, projection);
}

function showOnCanvas(event: RunEvent, projection: Projection): void {
  const overlay = useOverlay.getState();
  if (event.type === 'node_states') overlay.showNodes(event.states, projection);
  else if (event.type === 'link_states') overlay.showLinks(event.states, projection);
  else if (event.type === 'matrix_started') overlay.showAddresses(event.targets, projection);
}

function showRefusals(runId: string, projection: Projection): void {
  const problems = (knownRun(runId)?.refusals ?? []).map(({ message, element }): Problem => ({
    code: 'refused',
    element,
    message,
    severity: 'error',
  }));
  useProblems.getState().showRefused(problems, projection);
}

export function knownRun(runId: string): RunState | null {
  const { change, matrix, nextMatrix } = useRun.getState();
  return [change, matrix, nextMatrix].find((one) => one?.run.id === runId) ?? null;
}
