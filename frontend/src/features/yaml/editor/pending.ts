/** Which changes of the editor's text are not drawn yet, and merging of what is drawn elsewhere around them. */
import { Annotation, ChangeSet, StateEffect, StateField, Transaction, type Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { TextChangeRange } from '@/doc/text';

interface Pending {
  /** The text that is in step with the drawing. */
  base: Text;
  atMark: Text;
  /** From the text that is in step with the drawing to the one that is shown. */
  all: ChangeSet;
  /** From the text at the mark to the one that is shown. */
  sinceMark: ChangeSet;
}

/** On changes that come from the drawing. */
export const merged = Annotation.define<Pending>();
const marked = StateEffect.define();
const settled = StateEffect.define();

export const pendingField = StateField.define<Pending>({
  create: ({ doc }) => {
    const none = ChangeSet.empty(doc.length);
    return { base: doc, atMark: doc, all: none, sinceMark: none };
  },
  update: (pending, transaction) => {
    const given = transaction.annotation(merged);
    if (given) return given;
    const { all, sinceMark } = pending;
    const next = transaction.docChanged
      ? {
          ...pending,
          all: all.compose(transaction.changes),
          sinceMark: sinceMark.compose(transaction.changes),
        }
      : pending;
    if (transaction.effects.some((effect) => effect.is(marked)))
      return { ...next, atMark: transaction.newDoc, sinceMark: ChangeSet.empty(transaction.newDoc.length) };
    const isSettled = transaction.effects.some((effect) => effect.is(settled));
    return isSettled ? { ...next, base: next.atMark, all: next.sinceMark } : next;
  },
});

export function hasPending(view: EditorView): boolean {
  return !view.state.field(pendingField).all.empty;
}

export function mark(view: EditorView): void {
  view.dispatch({ effects: marked.of(null) });
}

export function settle(view: EditorView): void {
  view.dispatch({ effects: settled.of(null) });
}

/** The text that is in step with the drawing. */
export function baseText(view: EditorView): string {
  return view.state.field(pendingField).base.toString();
}

/** Writes changes of that text into the one that is shown; the cursor and what was typed stay. */
export function merge(view: EditorView, ranges: readonly TextChangeRange[]): void {
  if (ranges.length === 0) return;
  const { base, all } = view.state.field(pendingField);
  const changes = ChangeSet.of(ranges, all.length);
  const here = changes.map(all);
  const after = all.map(changes, true);
  const shown = here.apply(view.state.doc);
  view.dispatch({
    changes: here,
    annotations: [
      merged.of({
        base: changes.apply(base),
        atMark: shown,
        all: after,
        sinceMark: ChangeSet.empty(shown.length),
      }),
      Transaction.addToHistory.of(false),
      Transaction.remote.of(true),
    ],
  });
}

/** Where a place of the text that is in step with the drawing stands in the one that is shown. */
export function shownOffset(view: EditorView, offset: number): number {
  const { all } = view.state.field(pendingField);
  return all.mapPos(Math.min(offset, all.length));
}

export function baseOffset(view: EditorView, offset: number): number {
  return view.state.field(pendingField).all.invertedDesc.mapPos(offset);
}
