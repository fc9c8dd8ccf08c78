/**
 * Follows a run over its WebSocket: reconnects, goes on after the last event seen, and asks the REST API for what a
 * gap or a broken socket has lost. It is over with the `finished` event, or when the server will not show this run.
 */
import { ApiError } from './errors';
import { EventSequence } from './eventSequence';
import { readRunEvents } from './runs';
import type { RunEvent } from './types';

export type Connection = 'connecting' | 'live' | 'waiting' | 'ended' | 'refused';

/** As much of a WebSocket as is used. */
export interface EventSocket {
  onopen: (() => void) | null;
  onmessage: ((message: { data: string }) => void) | null;
  onclose: ((close: { code: number }) => void) | null;
  close: () => void;
}

export interface FeedOptions {
  /** Hears events in order, each once, at most once a frame. */
  onEvents: (events: RunEvent[]) => void;
  onConnection?: (connection: Connection) => void;
  openSocket?: (runId: string, after: number) => EventSocket;
  readEvents?: (runId: string, after: number) => Promise<RunEvent[]>;
  /** Calls back soon, once: what arrives meanwhile is handed on together. */
  soon?: (deliver: () => void) => void;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5000;
const HIDDEN_PAGE_MS = 50;
/** Not signed in, not there: asking again is of no use. */
const REFUSED_CODES = new Set([4401, 4404]);

export function openSocket(path: string): EventSocket {
  const { protocol, host } = globalThis.location;
  const scheme = protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(`${scheme}//${host}${path}`) as EventSocket;
}

export function openRunSocket(runId: string, after: number): EventSocket {
  return openSocket(`/ws/runs/${runId}?after=${after}`);
}

/** A hidden page draws no frames. */
function nextFrame(deliver: () => void): void {
  if (document.hidden) setTimeout(deliver, HIDDEN_PAGE_MS);
  else requestAnimationFrame(deliver);
}

export class RunFeed {
  readonly #runId: string;
  readonly #options: Required<FeedOptions>;
  readonly #sequence = new EventSequence<RunEvent>();
  #ready: RunEvent[] = [];
  #socket: EventSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #catchingUp = false;
  /** The last event is here, though perhaps not handed on yet. */
  #hasLast = false;
  #over = false;

  constructor(runId: string, options: FeedOptions) {
    this.#runId = runId;
    this.#options = {
      onConnection: () => undefined,
      openSocket: openRunSocket,
      readEvents: readRunEvents,
      soon: nextFrame,
      ...options,
    };
  }

  start(): this {
    this.#connect();
    return this;
  }

  /** Nothing is handed on any more. */
  stop(): void {
    this.#over = true;
    this.#ready = [];
    this.#disconnect();
  }

  #connect(): void {
    if (this.#over) return;
    this.#options.onConnection('connecting');
    const socket = this.#options.openSocket(this.#runId, this.#sequence.last);
    this.#socket = socket;
    socket.onopen = () => this.#options.onConnection('live');
    socket.onmessage = ({ data }) => {
      this.#failures = 0;
      this.#take([JSON.parse(data) as RunEvent]);
      if (this.#sequence.hasGap) void this.#catchUp();
    };
    socket.onclose = ({ code }) => this.#closed(code);
  }

  #disconnect(): void {
    clearTimeout(this.#timer);
    if (this.#socket === null) return;
    this.#socket.onmessage = null;
    this.#socket.onclose = null;
    this.#socket.close();
    this.#socket = null;
  }

  #closed(code: number): void {
    this.#socket = null;
    if (this.#over || this.#hasLast) return;
    if (REFUSED_CODES.has(code)) this.#end('refused');
    else void this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    this.#options.onConnection('waiting');
    await this.#catchUp();
    if (this.#over) return;
    const wait_ms = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#connect(), wait_ms);
  }

  /** A server that does not answer now is asked again with the next attempt to connect. */
  async #catchUp(): Promise<void> {
    if (this.#catchingUp || this.#over) return;
    this.#catchingUp = true;
    try {
      this.#take(await this.#options.readEvents(this.#runId, this.#sequence.last));
    } catch (error) {
      if (error instanceof ApiError && (error.status === 404 || error.status === 401)) this.#end('refused');
    } finally {
      this.#catchingUp = false;
    }
  }

  #take(arrived: readonly RunEvent[]): void {
    if (this.#over) return;
    const events = this.#sequence.take(arrived);
    if (events.length === 0) return;
    this.#hasLast = events.at(-1)?.type === 'finished';
    if (this.#ready.length === 0) this.#options.soon(() => this.#deliver());
    this.#ready.push(...events);
  }

  #deliver(): void {
    const events = this.#ready;
    this.#ready = [];
    if (events.length > 0) this.#options.onEvents(events);
    if (events.at(-1)?.type === 'finished') this.#end('ended');
  }

  #end(connection: 'ended' | 'refused'): void {
    if (this.#over) return;
    this.#over = true;
    this.#disconnect();
    this.#options.onConnection(connection);
  }
}
