/** What this page may see of its lab: read anew whenever the server says that there is news. No cookie goes along. */
import { useEffect, useState } from 'react';
import { followSocket, type EmbeddedLab } from '@/api';
import type { TopologyJson } from '@/doc';

/** What is known of the lab; its drawing stays until there is another one. */
export type Embedded = Omit<EmbeddedLab, 'topology'> & { topology: TopologyJson };

export type Reading =
  | { is: 'opening' }
  | { is: 'shown'; lab: Embedded }
  /** The link shows nothing here, or not any more. */
  | { is: 'gone' };

/** Many pages may hear of the same news at the same moment. */
const SPREAD_MS = 700;
const AGAIN_MS = 5000;

export function useEmbedded(token: string): Reading {
  const [reading, setReading] = useState<Reading>({ is: 'opening' });
  useEffect(() => new Reader(token, setReading).start(), [token]);
  return reading;
}

class Reader {
  readonly #token: string;
  readonly #onRead: (reading: Reading) => void;
  #known: Embedded | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(token: string, onRead: (reading: Reading) => void) {
    this.#token = token;
    this.#onRead = onRead;
  }

  /** Returns how to stop. */
  start(): () => void {
    const stop = followSocket(
      `/ws/embed/${this.#token}`,
      () => {
        this.#soon(0);
        return () => this.#soon(Math.random() * SPREAD_MS);
      },
      { onRefused: () => this.#soon(0) },
    );
    return () => {
      this.#isOver = true;
      clearTimeout(this.#timer);
      stop();
    };
  }

  #soon(wait_ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#isOver) this.#timer = setTimeout(() => void this.#read(), wait_ms);
  }

  async #read(): Promise<void> {
    const revision = this.#known?.revision ?? 0;
    const path = `/api/embed/${this.#token}?revision=${revision}`;
    try {
      const answer = await fetch(path, { credentials: 'omit', referrerPolicy: 'no-referrer' });
      if (answer.status === 404) this.#tell({ is: 'gone' });
      else if (answer.ok) this.#take((await answer.json()) as EmbeddedLab);
      else this.#soon(AGAIN_MS);
    } catch {
      this.#soon(AGAIN_MS); // the server is not reached
    }
  }

  #take({ topology, ...lab }: EmbeddedLab): void {
    const drawn = topology ?? this.#known?.topology ?? {};
    this.#known = { ...lab, topology: drawn };
    this.#tell({ is: 'shown', lab: this.#known });
  }

  #tell(reading: Reading): void {
    if (!this.#isOver) this.#onRead(reading);
  }
}
