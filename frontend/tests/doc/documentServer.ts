/** A server of one document, in memory, that speaks the socket's protocol as the real one does. */
import * as encoding from 'lib0/encoding';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { LabDocument, Provider, type DocumentSocket, type LabDocument as Doc, type Role } from '@/doc';

type Bytes = Uint8Array<ArrayBuffer>;

function bytes(write: (encoder: encoding.Encoder) => void): Bytes {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

const sync = (step: number, body: Uint8Array) =>
  bytes((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
const numbers = (...values: number[]) =>
  bytes((encoder) => values.forEach((value) => encoding.writeVarUint(encoder, value)));

class FakeSocket implements DocumentSocket {
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((close: { code: number }) => void) | null = null;

  constructor(
    readonly server: DocumentServer,
    public role: Role,
  ) {}

  send(message: Bytes): void {
    this.server.take(this, message);
  }

  close(): void {
    this.server.sockets.delete(this);
  }

  deliver(message: Bytes): void {
    this.onmessage?.({ data: message.buffer });
  }
}

export class DocumentServer {
  ydoc = new Y.Doc();
  revision = 1;
  /** Whether a new window finds it. */
  reachable = true;
  /** Marks are answered by hand. */
  slow = false;
  readonly sockets = new Set<FakeSocket>();
  /** What arrived, by the type of the message. */
  readonly received: number[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #arriving: FakeSocket[] = [];

  open = (role: Role = 'edit'): DocumentSocket => {
    const socket = new FakeSocket(this, role);
    this.#arriving.push(socket);
    queueMicrotask(() => this.admitAll());
    return socket;
  };

  /** Sockets open a moment after they were asked for; this is that moment. */
  admitAll(): void {
    for (const socket of this.#arriving.splice(0)) {
      if (this.reachable) this.#admit(socket);
      else socket.onclose?.({ code: 1006 });
    }
  }

  #admit(socket: FakeSocket): void {
    this.sockets.add(socket);
    socket.onopen?.();
    this.giveRole(socket, socket.role);
  }

  /** Whoever may edit is asked for what the server lacks. */
  giveRole(socket: FakeSocket, role: Role): void {
    socket.role = role;
    this.tell(socket, { role });
    if (role !== 'view') socket.deliver(sync(0, Y.encodeStateVector(this.ydoc)));
  }

  tell(socket: FakeSocket, told: object): void {
    socket.deliver(
      bytes((encoder) => {
        encoding.writeVarUint(encoder, 100);
        encoding.writeVarString(encoder, JSON.stringify(told));
      }),
    );
  }

  take(from: FakeSocket, message: Bytes): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    this.received.push(type);
    if (type === 0) this.#takeSync(from, decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    if (type === 1) for (const socket of this.sockets) socket.deliver(message);
    if (type === 101) this.#soon(() => from.deliver(numbers(101, decoding.readVarUint(decoder))));
    if (type === 102) {
      this.revision += 1;
      from.deliver(numbers(102, decoding.readVarUint(decoder), this.revision));
    }
  }

  #takeSync(from: FakeSocket, step: number, body: Uint8Array): void {
    if (step === 0) {
      from.deliver(sync(1, Y.encodeStateAsUpdate(this.ydoc, body)));
    } else if (from.role === 'view') {
      this.#cut(from, 4403);
    } else {
      Y.applyUpdate(this.ydoc, body);
      for (const socket of this.sockets) if (socket !== from) socket.deliver(sync(2, body));
    }
  }

  #soon(answer: () => void): void {
    if (this.slow) this.#waiting.push(answer);
    else answer();
  }

  answerAll(): void {
    for (const answer of this.#waiting.splice(0)) answer();
  }

  #cut(socket: FakeSocket, code: number): void {
    this.sockets.delete(socket);
    socket.onclose?.({ code });
  }

  cutAll(code = 1006): void {
    for (const socket of [...this.sockets]) this.#cut(socket, code);
  }
}

export interface OpenWindow {
  doc: Doc;
  provider: Provider;
}

/** A window that has the document open. */
export async function openWindow(server: DocumentServer, role: Role = 'edit'): Promise<OpenWindow> {
  const doc = new LabDocument(new Y.Doc());
  const provider = new Provider(doc, () => server.open(role));
  provider.start();
  await Promise.resolve();
  return { doc, provider };
}
