/**
 * The socket of the lab at this address is opened while the editor still loads: so long the server takes to open the
 * document. It imports nothing, for it comes before everything else.
 */

type Heard = MessageEvent<ArrayBuffer>;

interface Early {
  lab: string;
  socket: WebSocket;
  heard: Heard[];
  expires: ReturnType<typeof setTimeout>;
}

const LAB = /^\/labs\/([\da-f-]{36})$/;
/** Who has to sign in first, or goes elsewhere, never takes it. */
const KEPT_MS = 15_000;

let early: Early | null = null;

export function openLabSocket(lab: string): WebSocket {
  const { protocol, host } = globalThis.location;
  const scheme = protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(`${scheme}//${host}/ws/labs/${lab}/document`);
  socket.binaryType = 'arraybuffer';
  return socket;
}

/** Opens the socket of the lab that an address shows. */
export function openEarly(path: string): void {
  const lab = LAB.exec(path)?.[1];
  if (lab === undefined) return;
  const socket = openLabSocket(lab);
  const heard: Heard[] = [];
  socket.onmessage = (message: Heard) => heard.push(message);
  early = { lab, socket, heard, expires: setTimeout(drop, KEPT_MS) };
}

function drop(): void {
  early?.socket.close();
  early = null;
}

/** Hands it over, once: its new owner hears all that it has said so far. One that is closed already is of no use. */
export function takeEarly(lab: string): WebSocket | null {
  if (early === null) return null;
  const { lab: opened, socket, heard, expires } = early;
  clearTimeout(expires);
  if (opened !== lab || socket.readyState > WebSocket.OPEN) {
    drop();
    return null;
  }
  early = null;
  socket.onmessage = null;
  queueMicrotask(() => {
    if (socket.readyState === WebSocket.OPEN) socket.onopen?.(new Event('open'));
    for (const message of heard) socket.onmessage?.(message);
  });
  return socket;
}
