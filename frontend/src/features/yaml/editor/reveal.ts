/** The line of what is selected on the canvas is marked, and brought into sight. */
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

const show = StateEffect.define<readonly number[]>();
const line = Decoration.line({ class: 'cm-shown-element' });

const shownLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (lines, { changes, effects, newDoc }) => {
    for (const effect of effects) {
      if (!effect.is(show)) continue;
      const starts = new Set(
        effect.value.map((offset) => newDoc.lineAt(Math.min(offset, newDoc.length)).from),
      );
      return Decoration.set(
        [...starts].map((start) => line.range(start)),
        true,
      );
    }
    return lines.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const reveal: Extension = shownLines;

/** While the person types, the text stays where it is. */
export function revealLines(view: EditorView, offsets: readonly number[]): void {
  const [first] = offsets;
  const scrolls = first !== undefined && !view.hasFocus;
  view.dispatch({
    effects: [
      show.of(offsets),
      ...(scrolls
        ? [EditorView.scrollIntoView(Math.min(first, view.state.doc.length), { y: 'center' })]
        : []),
    ],
  });
}
