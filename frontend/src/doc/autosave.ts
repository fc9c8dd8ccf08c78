/** Saves the drawing a moment after it changed, one request at a time, and says how that stands. */
import type { LabDocument } from './labDocument';
import type { Projection } from './projection';
import { toTopology } from './toTopology';
import type { Problem, TopologyJson } from './topology';

export type SaveState =
  | { status: 'saved' }
  | { status: 'pending' }
  | { status: 'saving' }
  /** Not reached; it is tried again by itself. */
  | { status: 'offline'; message: string }
  /** The server took it for no valid document; the next edit tries again. */
  | { status: 'refused'; message: string }
  /** Somebody stored a newer revision: the person chooses. */
  | { status: 'conflict' };

export interface SaveBackend {
  /** Stores the drawing over `revision`; answers with the new revision and what is wrong in the drawing. */
  save: (
    revision: number,
    topology: TopologyJson,
  ) => Promise<{ revision: number; problems: readonly Problem[] }>;
  /** The revision that is stored now, for overwriting it. */
  storedRevision: () => Promise<number>;
  /** What a failed save means. */
  diagnose: (error: unknown) => { reason: 'stale' | 'refused' | 'offline'; problems?: readonly Problem[] };
}

/** Hears what the server found in the drawing that was just saved. */
type OnChecked = (problems: readonly Problem[], projection: Projection) => void;

const QUIET_MS = 600;
const RETRY_MS = 4000;

export class Autosave {
  readonly #doc: LabDocument;
  readonly #backend: SaveBackend;
  readonly #listeners = new Set<() => void>();
  readonly #onChecked: OnChecked;
  #stopWatching: (() => void) | undefined;
  #revision: number;
  #saved: Projection;
  #state: SaveState = { status: 'saved' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor(doc: LabDocument, revision: number, backend: SaveBackend, onChecked: OnChecked) {
    this.#doc = doc;
    this.#backend = backend;
    this.#revision = revision;
    this.#saved = doc.projection;
    doc.rememberRevision(revision, this.#saved);
    this.#onChecked = onChecked;
  }

  /** Begins to watch; what was drawn before is not lost. */
  start(): void {
    this.#stopWatching ??= this.#doc.subscribe(() => this.#changed());
  }

  get state(): SaveState {
    return this.#state;
  }

  get revision(): number {
    return this.#revision;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Saves what is not saved yet; returns the revision that then holds the drawing, or throws. */
  async flush(): Promise<number> {
    while (this.#running || this.#doc.projection !== this.#saved) {
      if (this.#state.status === 'conflict') break;
      await (this.#running ?? this.#start());
      if (this.#state.status === 'offline' || this.#state.status === 'refused') break;
    }
    if (this.#state.status !== 'saved') throw new NotSaved(this.#state);
    return this.#revision;
  }

  /** Puts this drawing over the newer one that is stored. */
  async overwrite(): Promise<void> {
    this.#revision = await this.#backend.storedRevision();
    this.#set({ status: 'pending' });
    await this.flush();
  }

  /** Ends watching, and saves what is not saved yet. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    if (this.#state.status === 'pending') void (this.#running ?? this.#start());
  }

  #changed(): void {
    if (this.#state.status === 'conflict') return;
    if (!this.#running) this.#set({ status: 'pending' });
    this.#schedule(QUIET_MS);
  }

  #schedule(delay_ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void (this.#running ?? this.#start()), delay_ms);
  }

  #start(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running = this.#saveOnce().finally(() => {
      this.#running = null;
      const again = this.#state.status === 'saved' && this.#doc.projection !== this.#saved;
      if (again) this.#changed();
    });
    return this.#running;
  }

  async #saveOnce(): Promise<void> {
    const projection = this.#doc.projection;
    if (projection === this.#saved) return;
    this.#set({ status: 'saving' });
    try {
      const stored = await this.#backend.save(this.#revision, toTopology(projection));
      this.#revision = stored.revision;
      this.#saved = projection;
      this.#doc.rememberRevision(stored.revision, projection);
      this.#set({ status: 'saved' });
      this.#onChecked(stored.problems, projection);
    } catch (error) {
      this.#failed(error, projection);
    }
  }

  #failed(error: unknown, projection: Projection): void {
    const message = error instanceof Error ? error.message : String(error);
    const { reason, problems } = this.#backend.diagnose(error);
    if (problems) this.#onChecked(problems, projection);
    if (reason === 'stale') this.#set({ status: 'conflict' });
    else if (reason === 'refused') this.#set({ status: 'refused', message });
    else {
      this.#set({ status: 'offline', message });
      this.#schedule(RETRY_MS);
    }
  }

  #set(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

export class NotSaved extends Error {
  constructor(readonly state: SaveState) {
    super('message' in state ? state.message : 'A newer revision of this lab is stored.');
  }
}
