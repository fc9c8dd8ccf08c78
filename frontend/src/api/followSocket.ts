/** A socket that is opened again whenever it is lost, until it is refused or no longer wanted. */
import { openSocket, type EventSocket } from './runEvents';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** Not signed in, not allowed, not there, too many windows: asking again is of no use. */
const REFUSED_CODES = new Set([4401, 4403, 4404, 4429]);

interface Options {
  open?: ((path: string) => EventSocket) | undefined;
  /** The server will not have it: nothing more comes. */
  onRefused?: () => void;
}

/** Each connection gives its messages to what `connected` returns for it; returns how to stop. */
export function followSocket(
  path: string,
  connected: () => (data: string) => void,
  { open = openSocket, onRefused }: Options = {},
): () => void {
  let socket: EventSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  const connect = () => {
    const take = connected();
    socket = open(path);
    socket.onmessage = ({ data }) => {
      failures = 0;
      take(data);
    };
    socket.onclose = ({ code }) => {
      if (REFUSED_CODES.has(code)) {
        onRefused?.();
        return;
      }
      timer = setTimeout(connect, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures));
      failures += 1;
    };
  };
  connect();
  return () => {
    clearTimeout(timer);
    if (socket === null) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  };
}
