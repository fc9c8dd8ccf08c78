/** One open lab: its Y.Doc, what may be undone, and the plain projection that everything on screen reads. */
import * as Y from 'yjs';
import type { Projection } from './projection';
import { Projector } from './projector';
import { Roots } from './roots';

/** The origin of edits made by this person, and thus what undo takes back. */
export const LOCAL = Symbol('local');
/** The origin of edits that this person made in the text. */
export const TYPED = Symbol('typed');
/** The origin of what was loaded, which nobody can undo. */
export const LOADED = Symbol('loaded');

interface History {
  readonly undo: boolean;
  readonly redo: boolean;
}

const MERGE_MS = 600;
const KEPT_REVISIONS = 30;

export class LabDocument extends Roots {
  readonly undoManager: Y.UndoManager;
  /** Whoever may only look has every edit taken back before anybody sees it. */
  isReadOnly = false;
  /** Hears that an edit was taken back. */
  onRefused: () => void = () => undefined;

  readonly #projector: Projector;
  readonly #revisions = new Map<number, Projection>();
  #history: History = { undo: false, redo: false };
  #gesture: { key: string; at: number } | null = null;

  constructor(ydoc: Y.Doc) {
    super(ydoc);
    this.#projector = new Projector(this);
    const { nodes, links, expect, shapes, meta, pos, source } = this;
    this.undoManager = new Y.UndoManager([nodes, links, expect, shapes, meta, pos, source], {
      trackedOrigins: new Set([LOCAL, TYPED]),
      captureTimeout: MERGE_MS,
    });
  }

  /** The document as plain, frozen values; the same object until something changes. */
  get projection(): Projection {
    return this.#projector.projection;
  }

  subscribe = (listener: () => void): (() => void) => this.#projector.subscribe(listener);

  /**
   * Makes all changes of `change` one transaction and one step of undo.
   * Edits with the same `gesture` that follow each other closely (held arrow keys) share a step.
   * An edit within another one is a part of that.
   */
  edit<Result>(change: () => Result, gesture?: string, origin: symbol = LOCAL): Result {
    if (this.ydoc._transaction === null) this.#beginStep(gesture);
    const result = this.ydoc.transact((transaction) => {
      const made = change();
      const changed: ReadonlyMap<unknown, unknown> = transaction.changed;
      if (changed.has(this.pos)) this.#pin();
      return made;
    }, origin);
    if (this.isReadOnly) this.#takeBack();
    return result;
  }

  #beginStep(gesture?: string): void {
    const now = Date.now();
    const continues =
      gesture !== undefined && this.#gesture?.key === gesture && now - this.#gesture.at < MERGE_MS;
    if (!continues) this.undoManager.stopCapturing();
    this.#gesture = gesture === undefined ? null : { key: gesture, at: now };
  }

  /** Once somebody places one node, the others stay where everybody sees them. */
  #pin(): void {
    for (const [id, { x, y }] of this.#projector.guessed) {
      if (this.nodes.has(id) && !this.pos.has(id)) this.pos.set(id, [x, y]);
    }
  }

  /** Within the same task, so that it is never painted; what was taken back cannot be done again. */
  #takeBack(): void {
    if (this.ydoc._transaction !== null) return;
    this.undoManager.undo();
    this.undoManager.clear();
    this.onRefused();
  }

  /** Whether there is something to undo, to redo; the same object until that changes. */
  get history(): History {
    const undo = this.undoManager.undoStack.length > 0;
    const redo = this.undoManager.redoStack.length > 0;
    if (this.#history.undo !== undo || this.#history.redo !== redo) this.#history = { undo, redo };
    return this.#history;
  }

  subscribeHistory = (listener: () => void): (() => void) => {
    const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;
    for (const event of events) this.undoManager.on(event, listener);
    return () => {
      for (const event of events) this.undoManager.off(event, listener);
    };
  };

  undo(): void {
    this.#gesture = null;
    this.undoManager.undo();
  }

  redo(): void {
    this.#gesture = null;
    this.undoManager.redo();
  }

  /** Remembers what a stored revision looked like: the server speaks of `links/3` of that revision. */
  rememberRevision(revision: number, projection: Projection): void {
    this.#revisions.set(revision, projection);
    const [oldest] = this.#revisions.keys();
    if (oldest !== undefined && this.#revisions.size > KEPT_REVISIONS) this.#revisions.delete(oldest);
  }

  projectionAt(revision: number): Projection {
    return this.#revisions.get(revision) ?? this.projection;
  }

  destroy(): void {
    this.undoManager.destroy();
    this.#projector.destroy();
    this.ydoc.destroy();
  }
}
