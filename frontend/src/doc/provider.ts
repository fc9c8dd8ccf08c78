/** Keeps this window's document and the server's the same, and says how that stands. */
import * as Y from 'yjs';
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import { t } from '@/i18n';
import { KeptSocket, type DocumentSocket, type EndReason } from './keptSocket';
import type { LabDocument } from './labDocument';
import type { Projection } from './projection';
import type { Problem } from './topology';
import {
  answerMessage,
  askMessage,
  awarenessMessage,
  markMessage,
  queryAwarenessMessage,
  readMessage,
  settleMessage,
  updateMessage,
  type Role,
  type Standing,
  type Told,
  type ToldRun,
} from './wire';

export type SaveState =
  | { status: 'saved' }
  | { status: 'saving' }
  /** Not reached; it is tried again by itself. `unsaved`: there are edits that only this window has. */
  | { status: 'offline'; unsaved: boolean }
  /** This person only looks. */
  | { status: 'viewing' }
  /** The server will not have this window any more. */
  | { status: 'ended'; reason: EndReason; unsaved: boolean };

/** Hears what the server found in the drawing that it stored. */
export interface Checked {
  revision: number;
  problems: readonly Problem[];
  state: Standing | undefined;
}
type OnChecked = (checked: Checked, projection: Projection) => void;

interface AwarenessChanges {
  added: number[];
  updated: number[];
  removed: number[];
}

interface Flush {
  resolve: (revision: number) => void;
  reject: (error: Error) => void;
}

export class Provider {
  readonly awareness: Awareness;
  /** Hears that a run of the lab has begun, or that its end is on record, and how the lab stands by that. */
  onRun: (run: ToldRun, state: Standing | undefined) => void = () => undefined;
  readonly #doc: LabDocument;
  readonly #socket: KeptSocket;
  readonly #onChecked: OnChecked;
  readonly #listeners = new Set<() => void>();
  #state: SaveState = { status: 'offline', unsaved: false };
  #role: Role | null = null;
  #revision = 0;
  /** All that the server had is here; it stays so, as what comes later comes by itself. */
  #synced = false;
  /** What the server had when this socket was opened, until it got all that it lacked. */
  #asked: Uint8Array | null = null;
  #roleTold = false;
  #joined = false;
  /** How many edits were made here, and how many of them the server has stored. */
  #edits = 0;
  #stored = 0;
  #marking = false;
  #settled = 0;
  readonly #flushes = new Map<number, Flush>();
  #ended: EndReason | null = null;

  constructor(doc: LabDocument, open: () => DocumentSocket, onChecked: OnChecked = () => undefined) {
    this.#doc = doc;
    this.#onChecked = onChecked;
    this.awareness = new Awareness(doc.ydoc);
    this.#socket = new KeptSocket(open, {
      onOpen: () => this.#opened(),
      onMessage: (bytes) => this.#take(bytes),
      onLost: () => this.#lost(),
      onEnd: (reason) => {
        this.#ended = reason;
        this.#doc.isReadOnly = true;
        this.#lost();
      },
    });
  }

  get state(): SaveState {
    return this.#state;
  }

  /** What this person may do; nothing until the server has said it. */
  get role(): Role | null {
    return this.#role;
  }

  /** The newest revision the server has told of. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether the whole document is here. */
  get isReady(): boolean {
    return this.#synced && this.#role !== null;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    this.#doc.ydoc.on('update', this.#onUpdate);
    this.awareness.on('update', this.#onAwareness);
    this.#socket.start();
  }

  /** Begins with what is known otherwise of the stored drawing. */
  begin(revision: number, problems: readonly Problem[]): void {
    this.#takeTold({ revision, problems });
    this.#tell();
  }

  /** Leaves; what the server does not have yet is lost with this window. */
  stop(): void {
    removeAwarenessStates(this.awareness, [this.awareness.clientID], 'leaving');
    this.#doc.ydoc.off('update', this.#onUpdate);
    this.awareness.off('update', this.#onAwareness);
    this.awareness.destroy();
    this.#socket.stop();
  }

  /** Has the server make a revision of what is drawn here; returns its number, or throws. */
  async flush(): Promise<number> {
    this.#settled += 1;
    const mark = this.#settled;
    if (!this.#joined) throw new NotSaved(this.#state);
    return await new Promise((resolve, reject) => {
      const { projection } = this.#doc;
      this.#flushes.set(mark, {
        resolve: (revision) => {
          this.#doc.rememberRevision(revision, projection);
          resolve(revision);
        },
        reject,
      });
      this.#socket.send(settleMessage(mark));
    });
  }

  get #mayEdit(): boolean {
    return this.#role === 'edit' || this.#role === 'own';
  }

  #opened(): void {
    this.#socket.send(askMessage(Y.encodeStateVector(this.#doc.ydoc)));
    this.#socket.send(queryAwarenessMessage());
    if (this.awareness.getLocalState() !== null) this.#sendAwareness([this.awareness.clientID]);
  }

  #take(bytes: Uint8Array): void {
    const message = readMessage(bytes);
    switch (message.type) {
      case 'asked':
        this.#asked = message.state;
        break;
      case 'update':
        Y.applyUpdate(this.#doc.ydoc, message.update, this);
        this.#synced ||= message.whole;
        break;
      case 'awareness':
        applyAwarenessUpdate(this.awareness, message.update, this);
        break;
      case 'told':
        this.#takeTold(message.told);
        break;
      case 'stored':
        this.#stored = Math.max(this.#stored, message.mark);
        this.#marking = false;
        this.#mark();
        break;
      case 'settled':
        this.#revision = Math.max(this.#revision, message.revision);
        this.#flushes.get(message.mark)?.resolve(message.revision);
        this.#flushes.delete(message.mark);
        break;
      case 'unknown':
        return;
    }
    this.#join();
    this.#tell();
  }

  #takeTold({ role, revision, problems, state, run }: Told): void {
    if (run !== undefined) this.onRun(run, state);
    if (role !== undefined) {
      this.#role = role;
      this.#roleTold = true;
      this.#doc.isReadOnly = !this.#mayEdit;
    }
    if (revision === undefined || revision < this.#revision) return;
    this.#revision = revision;
    this.#doc.rememberRevision(revision, this.#doc.projection);
    if (problems !== undefined) this.#onChecked({ revision, problems, state }, this.#doc.projection);
  }

  /** Brings what the server lacks, once it is known whether this person may. */
  #join(): void {
    if (!this.#roleTold) return;
    if (this.#mayEdit) {
      if (this.#asked === null) return;
      this.#socket.send(answerMessage(Y.encodeStateAsUpdate(this.#doc.ydoc, this.#asked)));
    }
    this.#asked = null;
    this.#joined = true;
    this.#mark();
  }

  #lost(): void {
    this.#joined = false;
    this.#roleTold = false;
    this.#asked = null;
    this.#marking = false;
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.awareness.clientID);
    removeAwarenessStates(this.awareness, others, this);
    this.#tell();
    for (const { reject } of this.#flushes.values()) reject(new NotSaved(this.#state));
    this.#flushes.clear();
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === this || !this.#mayEdit) return;
    this.#edits += 1;
    if (this.#joined) this.#socket.send(updateMessage(update));
    this.#mark();
    this.#tell();
  };

  /** One question at a time, whether all that was sent is stored. */
  #mark(): void {
    if (!this.#joined || this.#marking || this.#edits === this.#stored) return;
    this.#marking = true;
    this.#socket.send(markMessage(this.#edits));
  }

  readonly #onAwareness = ({ added, updated, removed }: AwarenessChanges, origin: unknown) => {
    const own = this.awareness.clientID;
    if (origin !== this && [...added, ...updated, ...removed].includes(own)) this.#sendAwareness([own]);
  };

  #sendAwareness(clients: number[]): void {
    this.#socket.send(awarenessMessage(encodeAwarenessUpdate(this.awareness, clients)));
  }

  #tell(): void {
    const state = this.#next();
    if (JSON.stringify(state) !== JSON.stringify(this.#state)) this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #next(): SaveState {
    const unsaved = this.#edits > this.#stored;
    if (this.#ended !== null) return { status: 'ended', reason: this.#ended, unsaved };
    if (!this.#joined) return { status: 'offline', unsaved };
    if (!this.#mayEdit) return { status: 'viewing' };
    return { status: unsaved ? 'saving' : 'saved' };
  }
}

/** Why there is no revision of what is drawn here. */
export class NotSaved extends Error {
  constructor(readonly state: SaveState) {
    super(
      state.status === 'ended'
        ? t('This lab is closed in this window.')
        : t('The server is not reached. Your edits wait here.'),
    );
  }
}
