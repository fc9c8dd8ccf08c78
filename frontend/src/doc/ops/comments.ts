/** What people say about parts of the drawing. No step of undo: nobody takes back another's words. */
import * as Y from 'yjs';
import { element } from '../fromTopology';
import type { LabDocument } from '../labDocument';
import type { CommentTarget } from '../projection';
import { newId } from '../refs';
import type { Element } from '../roots';

export const COMMENT_LENGTH = 2000;
const COMMENTS = 500;
const REPLIES = 100;
/** The origin of what cannot be undone though this person did it. */
const SAID = Symbol('said');

function stored(target: CommentTarget): string | [number, number] {
  if ('node' in target) return `node:${target.node}`;
  return 'link' in target ? `link:${target.link}` : [Math.round(target.x), Math.round(target.y)];
}

function said(author: string, words: string): Record<string, unknown> {
  return { author, text: words.trim().slice(0, COMMENT_LENGTH), at_ms: Date.now() };
}

/** Returns its id; nothing when it says nothing, or when the lab has as many comments as it may. */
export function addComment(
  doc: LabDocument,
  author: string,
  target: CommentTarget,
  words: string,
): string | undefined {
  if (words.trim() === '' || doc.comments.size >= COMMENTS || doc.isReadOnly) return undefined;
  const id = newId();
  doc.ydoc.transact(() => {
    const made = element(0, { ...said(author, words), target: stored(target), resolved: false });
    made.set('replies', new Y.Map<Element>());
    doc.comments.set(id, made);
  }, SAID);
  return id;
}

export function replyToComment(doc: LabDocument, id: string, author: string, words: string): boolean {
  const replies = doc.comments.get(id)?.get('replies');
  if (!(replies instanceof Y.Map) || replies.size >= REPLIES) return false;
  if (words.trim() === '' || doc.isReadOnly) return false;
  doc.ydoc.transact(() => replies.set(newId(), element(0, said(author, words))), SAID);
  return true;
}

/** A resolved comment leaves the canvas, and can be opened again. */
export function resolveComment(doc: LabDocument, id: string, resolved: boolean): void {
  if (doc.isReadOnly) return;
  doc.ydoc.transact(() => doc.comments.get(id)?.set('resolved', resolved), SAID);
}

export function removeComment(doc: LabDocument, id: string): void {
  if (!doc.isReadOnly) doc.ydoc.transact(() => doc.comments.delete(id), SAID);
}
