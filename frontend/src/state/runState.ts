/** What is known of one run, folded from its events in order. */
import type { PlannedOperation, Refused, RuleCount, Run, RunEvent, RunStatus, Verdict } from '@/api';
import { inWords, t, tn } from '@/i18n';
import type { LinkState, NodeState } from './overlay';
import { emptyMatrix, fillCells, reasonsByCell, type Matrix } from './matrix';

export interface Plan {
  operations: readonly PlannedOperation[];
  /** May be more than are listed. */
  total: number;
}

export interface LogLine {
  seq: number;
  /** Unix time in seconds. */
  at: number;
  tone: 'plain' | 'note' | 'ok' | 'bad';
  text: string;
  element?: string;
}

export interface RunState {
  readonly run: Run;
  readonly status: RunStatus;
  readonly lastSeq: number;
  /** Unix time in seconds, by the target host's clock. */
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly plan: Plan | null;
  readonly progress: { done: number; total: number; text: string } | null;
  readonly nodes: Readonly<Record<string, NodeState>>;
  readonly links: Readonly<Record<string, LinkState>>;
  readonly notes: readonly string[];
  readonly refusals: readonly Refused[];
  readonly matrix: Matrix | null;
  /** Why cells came back as they did, by cell. */
  readonly reasons: ReadonlyMap<number, string>;
  readonly verdicts: readonly Verdict[] | null;
  /** What rules have matched, and which nodes' rules somebody has changed. */
  readonly rules: { counts: readonly RuleCount[]; changed: readonly string[] } | null;
  readonly summary: string;
  readonly log: readonly LogLine[];
}

export function newRunState(run: Run): RunState {
  return {
    run,
    status: 'queued',
    lastSeq: 0,
    startedAt: null,
    finishedAt: null,
    plan: null,
    progress: null,
    nodes: {},
    links: {},
    notes: [],
    refusals: [],
    matrix: null,
    reasons: new Map(),
    verdicts: null,
    rules: null,
    summary: '',
    log: [],
  };
}

export function isOver(state: RunState): boolean {
  return state.status === 'succeeded' || state.status === 'failed';
}

/** How long the target host worked on it. */
export function tookSeconds(state: RunState): number | null {
  return state.startedAt === null || state.finishedAt === null ? null : state.finishedAt - state.startedAt;
}

/** Takes the next event; one that was taken already changes nothing. */
export function takeEvent(state: RunState, event: RunEvent): RunState {
  if (event.seq <= state.lastSeq) return state;
  const said = inWords(event);
  const line = logLine(said);
  return {
    ...state,
    ...changes(state, said),
    lastSeq: event.seq,
    ...(line && { log: [...state.log, { ...line, seq: event.seq, at: event.at }] }),
  };
}

export function takeEvents(state: RunState, events: readonly RunEvent[]): RunState {
  return events.reduce(takeEvent, state);
}

function changes(state: RunState, event: RunEvent): Partial<RunState> {
  switch (event.type) {
    case 'started':
      return { status: 'running', startedAt: state.startedAt ?? event.at };
    case 'note':
      return { notes: [...state.notes.filter((note) => note !== event.text), event.text] };
    case 'planned':
      return { plan: { operations: event.operations, total: event.total } };
    case 'progress':
      return { progress: { done: event.done, total: event.total, text: event.text } };
    case 'node_states':
      return { nodes: { ...state.nodes, ...event.states } };
    case 'link_states':
      return { links: { ...state.links, ...event.states } };
    case 'matrix_started':
      return {
        matrix: emptyMatrix(event.sources, event.targets, event.probes),
        verdicts: null,
        reasons: new Map(),
      };
    case 'cells':
      return { matrix: state.matrix && fillCells(state.matrix, event.cells) };
    case 'reasons':
      return { reasons: state.matrix ? reasonsByCell(state.matrix, event) : state.reasons };
    case 'rules_counted':
      return { rules: { counts: event.rules, changed: event.changed } };
    case 'matrix_finished':
      return { verdicts: event.verdicts };
    case 'refused':
      return { refusals: [...state.refusals, event] };
    case 'finished':
      return { status: event.status, summary: event.summary, finishedAt: event.at };
  }
}

type Said = Pick<LogLine, 'tone' | 'text' | 'element'>;

function logLine(event: RunEvent): Said | null {
  switch (event.type) {
    case 'started':
      return { tone: 'plain', text: startedText(event.attempt) };
    case 'note':
      return { tone: 'note', text: event.text };
    case 'planned':
      return { tone: 'plain', text: plannedText(event.total) };
    case 'matrix_started':
      return { tone: 'plain', text: askingText(event) };
    case 'refused':
      return { tone: 'bad', text: event.message, element: event.element };
    case 'finished':
      return { tone: event.status === 'succeeded' ? 'ok' : 'bad', text: event.summary };
    default:
      return null;
  }
}

function startedText(attempt: number): string {
  return attempt > 1 ? t('Attempt {attempt} begins after a crash', { attempt }) : t('A worker has begun');
}

function plannedText(total: number): string {
  if (total === 0) return t('Nothing to do');
  return tn(total, 'One operation planned', '{count} operations planned');
}

function askingText({ sources, targets, probes }: Extract<RunEvent, { type: 'matrix_started' }>): string {
  const addresses = tn(targets.length, '{count} address', '{count} addresses');
  return tn(
    sources.length,
    'One node asks {addresses} by {probes}',
    '{count} nodes ask {addresses} by {probes}',
    { addresses, probes: probes.join(', ') },
  );
}
