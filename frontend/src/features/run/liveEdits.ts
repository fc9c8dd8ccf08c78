/**
 * Applies each edit that this person makes in a lab that runs: one run at a time, and what is edited meanwhile with
 * the next. What others edit is theirs to apply.
 */
import type { Transaction } from 'yjs';
import { ApiError, errorText, startRun } from '@/api';
import type { Projection } from '@/doc';
import type { OpenLab } from '@/state/lab';
import { useLive } from '@/state/live';
import { useProblems } from '@/state/problems';
import { activeRun, useRun } from '@/state/run';
import { followRun } from './follow';

/** A slider that is moved acts at once, and then no more often than this: all who have the lab open hear of each run. */
const APART_MS = 200;

interface Hearer {
  /** What is drawn has just become what runs. */
  onInStep: () => void;
  /** Nothing is left to apply, or something holds it up. */
  onRest: () => void;
}

export class LiveEdits {
  readonly #lab: OpenLab;
  readonly #hear: Hearer;
  readonly #stops: (() => void)[];
  #applied: Projection | null = null;
  /** Whether this person has edited anything that was not applied yet; at first all of it was not. */
  #edited = true;
  #beganAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working = false;
  #over = false;

  constructor(lab: OpenLab, hear: Hearer) {
    this.#lab = lab;
    this.#hear = hear;
    const { ydoc } = lab.doc;
    let before = lab.doc.projection;
    const onTransaction = ({ local }: Transaction) => {
      const isEdit = local && !runsTheSame(before, lab.doc.projection);
      before = lab.doc.projection;
      if (!isEdit) return;
      this.#edited = true;
      this.#soon();
    };
    ydoc.on('afterTransaction', onTransaction);
    this.#stops = [
      () => ydoc.off('afterTransaction', onTransaction),
      // Somebody's apply was under way: what was edited meanwhile comes after it.
      useRun.subscribe((runs) => {
        if (!runs.ordering && activeRun(runs) === null) this.#soon();
      }),
    ];
    this.#soon();
  }

  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  #soon(): void {
    if (!this.#isDue()) return;
    // Whatever one gesture changes, in several transactions, goes together.
    const waitMs = Math.max(0, this.#beganAt + APART_MS - performance.now());
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#apply();
    }, waitMs);
  }

  #isDue(): boolean {
    return !this.#over && !this.#working && this.#hasEdits();
  }

  #hasEdits(): boolean {
    return this.#edited && !(this.#applied && runsTheSame(this.#applied, this.#lab.doc.projection));
  }

  async #apply(): Promise<void> {
    const runs = useRun.getState();
    if (!this.#isDue() || runs.ordering || activeRun(runs) !== null) return;
    this.#working = true;
    this.#beganAt = performance.now();
    try {
      await this.#applyOnce();
    } finally {
      this.#working = false;
    }
    if (this.#isDue()) this.#soon();
    else if (!this.#over) this.#hear.onRest();
  }

  /** A drawing that was held up is not tried again before it is edited. */
  async #applyOnce(): Promise<void> {
    this.#applied = this.#lab.doc.projection;
    this.#edited = false;
    useLive.setState({ state: { phase: 'applying' } });
    const why = await this.#whatHoldsUp().catch((error: unknown) => refusalOf(this.#lab, error));
    if (this.#over) return;
    if (why === null && !this.#hasEdits()) this.#hear.onInStep();
    useLive.setState({ state: why === null ? { phase: 'rest' } : { phase: 'held', why } });
  }

  /** Stores and applies the drawing; returns what keeps it from running, if anything does. */
  async #whatHoldsUp(): Promise<string | null> {
    const { provider, doc } = this.#lab;
    const revision = await provider.flush();
    this.#applied = doc.projectionAt(revision);
    const wrong = useProblems.getState().found.find((problem) => problem.severity === 'error');
    if (wrong !== undefined) return wrong.text;
    const run = await startRun(this.#lab.id, { kind: 'apply', live: true });
    const end = await followRun(this.#lab, run);
    if (end === null || end.status === 'succeeded') return null;
    return end.refusals[0]?.message ?? end.summary;
  }
}

function refusalOf(lab: OpenLab, error: unknown): string {
  if (error instanceof ApiError && error.problems.length > 0)
    useProblems.getState().show(error.problems, lab.doc.projection);
  return errorText(error);
}

/** Where things stand on the canvas and what is expected of the matrix concern no kernel. */
export function runsTheSame(one: Projection, other: Projection): boolean {
  return one.nodes === other.nodes && one.links === other.links && one.meta === other.meta;
}
