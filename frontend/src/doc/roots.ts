/** What a shared lab is made of. */
import type * as Y from 'yjs';

export type Element = Y.Map<unknown>;

/** The shared types of a lab's document. */
export class Roots {
  readonly ydoc: Y.Doc;
  readonly nodes: Y.Map<Element>;
  readonly links: Y.Map<Element>;
  readonly expect: Y.Map<Element>;
  readonly shapes: Y.Map<Element>;
  readonly meta: Y.Map<unknown>;
  readonly pos: Y.Map<[number, number]>;
  /** The text that a person wrote last: its comments, order and quotes; what it says is in the maps. */
  readonly source: Y.Text;
  /** What people say about the drawing; not a part of it, and nobody undoes another's words. */
  readonly comments: Y.Map<Element>;

  constructor(ydoc: Y.Doc) {
    this.ydoc = ydoc;
    this.nodes = ydoc.getMap('nodes');
    this.links = ydoc.getMap('links');
    this.expect = ydoc.getMap('expect');
    this.shapes = ydoc.getMap('shapes');
    this.meta = ydoc.getMap('meta');
    this.pos = ydoc.getMap('pos');
    this.source = ydoc.getText('source');
    this.comments = ydoc.getMap('comments');
  }
}
