/** The socket over which an open lab's document comes and goes. */
import type { DocumentSocket } from '@/doc';
import { openLabSocket, takeEarly } from './earlySocket';

/** The one that was opened while this code loaded, or a new one. */
export function openDocumentSocket(id: string): DocumentSocket {
  return (takeEarly(id) ?? openLabSocket(id)) as DocumentSocket;
}
