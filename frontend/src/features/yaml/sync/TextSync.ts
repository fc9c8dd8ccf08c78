/**
 * Keeps an editor and the drawing in step. What is typed goes to the drawing once the person pauses and it
 * can be read; what is drawn is merged into the text, around whatever was typed and is not drawn yet.
 */
import type { LabDocument, Projection } from '@/doc';
import { applyTextChange, drawn, type Drawn, type TextChangeRange, type TextError } from '@/doc/text';
import { inWords } from '@/i18n';
import type { Requests } from './requests';
import type { TextWorker } from './TextWorker';

type Typed = Requests['type']['answer'];

/** The editor, as far as this is concerned. */
export interface TextView {
  text: () => string;
  /** Whether anything was typed that is not drawn yet. */
  hasPending: () => boolean;
  /** From now on, what is typed is counted anew. */
  mark: () => void;
  /** What stood there at the mark is drawn; only what came after is pending. */
  settle: () => void;
  /** Changes in the text as it was last in step with the drawing. */
  merge: (changes: readonly TextChangeRange[]) => void;
}

export type SyncState =
  | { status: 'in-step' }
  | { status: 'typing' }
  /** The drawing waits for the text to be right. */
  | { status: 'wrong'; errors: readonly TextError[] };

const PAUSE_MS = 350;
const DRAWN_MS = 120;

export class TextSync {
  readonly #doc: LabDocument;
  readonly #worker: TextWorker;
  readonly #view: TextView;
  readonly #onState: (state: SyncState) => void;
  readonly #onText: () => void;
  #isTaking = false;
  #isBusy = false;
  #isOpen = true;
  /** The drawing that the text was last merged with: for a big one it takes long to say it all. */
  #told: Projection | null = null;
  #due = { drawing: false, source: false, typed: false };
  #timers = { drawing: 0, typed: 0 };
  readonly #stop: () => void;

  constructor(
    doc: LabDocument,
    worker: TextWorker,
    view: TextView,
    onState: (state: SyncState) => void,
    onText: () => void,
  ) {
    this.#doc = doc;
    this.#worker = worker;
    this.#view = view;
    this.#onState = onState;
    this.#onText = onText;
    const onSource = () => {
      if (!this.#isTaking) this.#drawnSoon('source');
    };
    const stopDrawing = doc.subscribe(() => this.#drawnSoon('drawing'));
    doc.source.observe(onSource);
    this.#stop = () => {
      stopDrawing();
      doc.source.unobserve(onSource);
    };
    this.#drawnSoon('drawing');
  }

  /** A person typed: it is looked at after a pause. */
  typed(): void {
    this.#onState({ status: 'typing' });
    window.clearTimeout(this.#timers.typed);
    this.#timers.typed = window.setTimeout(() => {
      this.#due.typed = true;
      void this.#work();
    }, PAUSE_MS);
  }

  close(): void {
    this.#isOpen = false;
    window.clearTimeout(this.#timers.typed);
    window.clearTimeout(this.#timers.drawing);
    this.#stop();
  }

  #drawnSoon(what: 'drawing' | 'source'): void {
    this.#due[what] = true;
    window.clearTimeout(this.#timers.drawing);
    this.#timers.drawing = window.setTimeout(() => void this.#work(), DRAWN_MS);
  }

  /** One thing at a time: an answer is always about the text that was asked about. */
  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      while (this.#isOpen && Object.values(this.#due).includes(true)) await this.#next();
    } finally {
      this.#isBusy = false;
    }
  }

  async #next(): Promise<void> {
    if (this.#due.source) {
      this.#due = { ...this.#due, source: false, drawing: false };
      this.#merge(await this.#worker.ask('adopt', { text: this.#doc.source.toJSON(), now: this.#now() }));
    } else if (this.#due.drawing) {
      this.#due.drawing = false;
      if (this.#doc.projection !== this.#told)
        this.#merge(await this.#worker.ask('draw', { now: this.#now() }));
    } else {
      this.#due.typed = false;
      await this.#take();
    }
  }

  #now(): Drawn {
    this.#told = this.#doc.projection;
    return drawn(this.#told);
  }

  #merge(changes: readonly TextChangeRange[]): void {
    if (!this.#isOpen) return;
    this.#view.merge(changes);
    this.#onText();
  }

  async #take(): Promise<void> {
    if (!this.#view.hasPending()) {
      this.#onState({ status: 'in-step' });
      return;
    }
    const text = this.#view.text();
    this.#view.mark();
    const typed = await this.#worker.ask('type', { text });
    if (!this.#isOpen) return;
    if ('errors' in typed) this.#onState({ status: 'wrong', errors: typed.errors.map(inWords) });
    else await this.#draw(text, typed);
  }

  async #draw(text: string, typed: Extract<Typed, { change: unknown }>): Promise<void> {
    this.#isTaking = true;
    try {
      applyTextChange(this.#doc, typed.change, text);
    } finally {
      this.#isTaking = false;
    }
    this.#view.settle();
    this.#merge(await this.#worker.ask('commit', { text, now: this.#now() }));
    if (!this.#view.hasPending()) this.#onState({ status: 'in-step' });
  }
}
