/** What runs have left, and what happens in those that are under way: read, and heard of as they begin. */
import type { QueryClient } from '@tanstack/react-query';
import {
  assumeLabState,
  errorText,
  isRunUnderWay,
  labQuery,
  readRunEvents,
  readRuns,
  refreshLab,
  type Run,
  type RunKind,
} from '@/api';
import { t } from '@/i18n';
import { atMost } from '@/lib/atMost';
import type { OpenLab } from '@/state/lab';
import { useRun } from '@/state/run';
import { toast } from '@/ui';
import { beginRun, followRun, takeRunEvents, wasBegun } from './follow';

/** Of these everybody sees what happens, whoever ordered them. */
const SHOWN_TO_ALL: readonly RunKind[] = ['apply', 'destroy', 'matrix'];

/** Somebody's live edits may be many in a second, and all who have the lab open hear of each. */
const APART_MS = 1000;

/** Returns how to stop. */
export function showRuns(lab: OpenLab, queries: QueryClient): () => void {
  let left = false;
  const stopHearing = hearRuns(lab, queries);
  restoreAll(lab, queries, () => left).catch((error: unknown) => {
    toast({ tone: 'bad', title: t('The last results could not be read'), text: errorText(error) });
  });
  return () => {
    left = true;
    stopHearing();
  };
}

async function restoreAll(lab: OpenLab, queries: QueryClient, isLeft: () => boolean): Promise<void> {
  const [stored, runs] = await Promise.all([queries.query(labQuery(lab.id)), readRuns(lab.id)]);
  const { apply, matrix } = stored.last_runs;
  // After a destroy there is nothing that the last apply could tell.
  const over = [stored.state === 'empty' ? null : apply, matrix].filter((run) => run !== null);
  const wanted = [...runs.filter(isRunUnderWay), ...over.filter((run) => !isRunUnderWay(run))];
  for (const run of wanted) await restore(lab, run, isLeft);
}

/** Hears of runs that anybody begins, here or elsewhere; what was begun while the server was out of reach is asked for. */
function hearRuns(lab: OpenLab, queries: QueryClient): () => void {
  const { provider } = lab;
  let wasOffline = provider.state.status === 'offline';
  const show = new Map(
    SHOWN_TO_ALL.map((kind) => [kind, atMost(APART_MS, (run: Run) => showBegun(lab, run))]),
  );
  const refreshSoon = atMost(APART_MS, () => refreshLab(queries, lab.id));
  provider.onRun = (run, state) => {
    if (isRunUnderWay(run)) show.get(run.kind)?.(run);
    else {
      if (state !== undefined) assumeLabState(queries, lab.id, state);
      refreshSoon();
    }
  };
  const stop = provider.subscribe(() => {
    const isOffline = provider.state.status === 'offline';
    if (wasOffline && !isOffline) void catchUp(lab, queries);
    wasOffline = isOffline;
  });
  return () => {
    stop();
    refreshSoon.stop();
    for (const one of show.values()) one.stop();
    provider.onRun = () => undefined;
  };
}

async function catchUp(lab: OpenLab, queries: QueryClient): Promise<void> {
  refreshLab(queries, lab.id);
  const runs = await readRuns(lab.id).catch(() => []); // who is cut off again will ask again
  for (const run of runs.filter(isRunUnderWay)) if (SHOWN_TO_ALL.includes(run.kind)) showBegun(lab, run);
}

function showBegun(lab: OpenLab, run: Run): void {
  if (!wasBegun(run.id)) void followRun(lab, run);
}

/** A run that was ordered meanwhile is newer than what was stored. */
async function restore(lab: OpenLab, run: Run, isLeft: () => boolean): Promise<void> {
  const events = isRunUnderWay(run) ? [] : await readRunEvents(run.id, 0);
  const { change, matrix, nextMatrix } = useRun.getState();
  const newer = run.kind === 'matrix' ? (matrix ?? nextMatrix) : change;
  if (isLeft() || newer !== null) return;
  if (isRunUnderWay(run)) {
    void followRun(lab, run);
  } else {
    beginRun(lab, run);
    takeRunEvents(lab, run, events);
  }
}
