/** A socket that is opened again whenever it breaks, until the server says that this is of no use. */

/** As much of a WebSocket as is used. */
export interface DocumentSocket {
  onopen: (() => void) | null;
  onmessage: ((message: { data: ArrayBuffer }) => void) | null;
  onclose: ((close: { code: number }) => void) | null;
  send: (bytes: Uint8Array<ArrayBuffer>) => void;
  close: () => void;
}

/** Why the server will not have this window any more. */
export type EndReason = 'broken' | 'signed-out' | 'withdrawn' | 'missing' | 'too-big';

export interface SocketEars {
  onOpen: () => void;
  onMessage: (bytes: Uint8Array) => void;
  onLost: () => void;
  onEnd: (reason: EndReason) => void;
}

const END_CODES: Partial<Record<number, EndReason>> = {
  4400: 'broken',
  4409: 'broken',
  4401: 'signed-out',
  4403: 'withdrawn',
  4404: 'missing',
  4413: 'too-big',
};
const TOO_MANY = 4429;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8000;
/** The server sends each window's presence back to it every 15 s, so one that hears nothing is cut off. */
const SILENCE_MS = 35_000;

export class KeptSocket {
  readonly #open: () => DocumentSocket;
  readonly #ears: SocketEars;
  #socket: DocumentSocket | null = null;
  #isOpen = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #over = false;

  constructor(open: () => DocumentSocket, ears: SocketEars) {
    this.#open = open;
    this.#ears = ears;
  }

  start(): void {
    globalThis.addEventListener('online', this.#onOnline);
    globalThis.addEventListener('offline', this.#onOffline);
    this.#connect();
  }

  stop(): void {
    this.#over = true;
    globalThis.removeEventListener('online', this.#onOnline);
    globalThis.removeEventListener('offline', this.#onOffline);
    this.#drop();
  }

  /** What is sent while nobody listens is dropped: whoever connects again brings all that is missing. */
  send(bytes: Uint8Array): void {
    if (this.#isOpen) this.#socket?.send(bytes as Uint8Array<ArrayBuffer>);
  }

  #connect(): void {
    clearTimeout(this.#retry);
    const socket = this.#open();
    this.#socket = socket;
    socket.onopen = () => {
      this.#isOpen = true;
      this.#listen();
      this.#ears.onOpen();
    };
    socket.onmessage = ({ data }) => {
      this.#failures = 0;
      this.#listen();
      this.#ears.onMessage(new Uint8Array(data));
    };
    socket.onclose = ({ code }) => this.#lost(code);
  }

  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lost(0), SILENCE_MS);
  }

  #lost(code: number): void {
    this.#drop();
    if (this.#over) return;
    const reason = END_CODES[code];
    if (reason !== undefined) {
      this.stop();
      this.#ears.onEnd(reason);
      return;
    }
    this.#ears.onLost();
    this.#retry = setTimeout(() => this.#connect(), this.#wait_ms(code));
    this.#failures += 1;
  }

  /** Not all at the same moment, as thirty windows lose their server together. */
  #wait_ms(code: number): number {
    const wait_ms = code === TOO_MANY ? LONGEST_WAIT_MS : FIRST_WAIT_MS * 2 ** this.#failures;
    return Math.min(LONGEST_WAIT_MS, wait_ms) * (0.5 + Math.random() / 2);
  }

  #drop(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#isOpen = false;
    if (this.#socket === null) return;
    this.#socket.onopen = null;
    this.#socket.onmessage = null;
    this.#socket.onclose = null;
    this.#socket.close();
    this.#socket = null;
  }

  readonly #onOnline = () => {
    if (!this.#isOpen && !this.#over) {
      this.#drop();
      this.#connect();
    }
  };

  readonly #onOffline = () => {
    if (this.#isOpen) this.#lost(0);
  };
}
