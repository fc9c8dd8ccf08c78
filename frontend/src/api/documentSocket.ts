/** The socket over which an open lab's document comes and goes. */
import type { DocumentSocket } from '@/doc';

export function openDocumentSocket(id: string): DocumentSocket {
  const { protocol, host } = globalThis.location;
  const scheme = protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(`${scheme}//${host}/ws/labs/${id}/document`);
  socket.binaryType = 'arraybuffer';
  return socket as DocumentSocket;
}
