/** Who else has the lab open, and what each of them looks at. Never stored, never undone. */
import type { Awareness } from 'y-protocols/awareness';
import { readPresence, type Person, type SharedView } from './readPresence';

/** Thirty times a second is as smooth as anybody needs another's pointer to be. */
const PACE_MS = 33;
const PEOPLE = 200;

export class Presence {
  readonly #awareness: Awareness;
  readonly #listeners = new Set<() => void>();
  #people: readonly Person[] = [];
  #roster: readonly Person[] = [];
  #waiting: Partial<SharedView> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(awareness: Awareness) {
    this.#awareness = awareness;
    awareness.on('change', this.#onChange);
    this.#onChange();
  }

  /** Everybody else, in a steady order. */
  get people(): readonly Person[] {
    return this.#people;
  }

  /** The same; another list only when somebody came, went or selected something else. */
  get roster(): readonly Person[] {
    return this.#roster;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells the others; what changes faster than they need it is told with what follows. */
  share(view: Partial<SharedView>): void {
    this.#waiting = { ...this.#waiting, ...view };
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const before = this.#awareness.getLocalState() ?? {};
      const next = { ...before, ...this.#waiting };
      this.#waiting = {};
      if (JSON.stringify(before) !== JSON.stringify(next)) this.#awareness.setLocalState(next);
    }, PACE_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#awareness.off('change', this.#onChange);
    this.#listeners.clear();
  }

  readonly #onChange = () => {
    const found: Person[] = [];
    for (const [client, state] of this.#awareness.getStates()) {
      if (client === this.#awareness.clientID || found.length >= PEOPLE) continue;
      const person = readPresence(client, state);
      if (person) found.push(person);
    }
    this.#people = found.sort((a, b) => a.client - b.client);
    if (rosterKey(this.#people) !== rosterKey(this.#roster)) this.#roster = this.#people;
    for (const listener of this.#listeners) listener();
  };
}

function rosterKey(people: readonly Person[]): string {
  return JSON.stringify(people.map(({ client, user, selection }) => [client, user, selection]));
}
