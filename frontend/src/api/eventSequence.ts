/** Puts the events of a run in order, each once, however they arrive. */

interface Numbered {
  seq: number;
}

export class EventSequence<Event extends Numbered> {
  #last: number;
  readonly #held = new Map<number, Event>();

  constructor(after = 0) {
    this.#last = after;
  }

  /** The number of the last event that was handed on. */
  get last(): number {
    return this.#last;
  }

  /** Later events are here, but the next one is not. */
  get hasGap(): boolean {
    return this.#held.size > 0;
  }

  /** Takes what has arrived and returns what can be handed on now. */
  take(arrived: readonly Event[]): Event[] {
    for (const event of arrived) {
      if (event.seq > this.#last) this.#held.set(event.seq, event);
    }
    const ready: Event[] = [];
    for (let next = this.#held.get(this.#last + 1); next; next = this.#held.get(this.#last + 1)) {
      this.#held.delete(next.seq);
      this.#last = next.seq;
      ready.push(next);
    }
    return ready;
  }
}
