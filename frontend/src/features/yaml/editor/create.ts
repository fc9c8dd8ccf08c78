/** One editor of the lab's text: CodeMirror, the worker and the drawing, put together. */
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, type KeyBinding } from '@codemirror/view';
import type { JsonSchema } from '@/api';
import type { LabDocument } from '@/doc';
import { lineDiff, type Drawn } from '@/doc/text';
import { keepDraft, takeDraft } from '../sync/drafts';
import { TextSync, type SyncState } from '../sync/TextSync';
import { TextWorker } from '../sync/TextWorker';
import { extensions } from './extensions';
import { help } from './help';
import * as pending from './pending';
import { revealLines } from './reveal';

export interface Opening {
  lab: string;
  doc: LabDocument;
  text: string;
  /** The drawing that the text stands for. */
  said: Drawn;
  schema: JsonSchema;
  label: string;
  readOnly: boolean;
  keys: readonly KeyBinding[];
  onState: (state: SyncState) => void;
  /** The text came into step with the drawing: places in it may be others. */
  onText: () => void;
}

export class TextEditor {
  readonly view: EditorView;
  readonly #worker = new TextWorker();
  readonly #sync: TextSync;
  readonly #lab: string;

  constructor(parent: HTMLElement, opening: Opening) {
    const { doc, text, said, schema, lab, onState, onText } = opening;
    this.#lab = lab;
    void this.#worker.ask('open', { text, said, schema });
    const draft = takeDraft(lab);
    this.view = new EditorView({ parent, state: this.#state(opening, draft?.base ?? text) });
    this.#sync = new TextSync(doc, this.#worker, this.#port(), onState, onText);
    if (draft) {
      this.view.dispatch({ changes: lineDiff(draft.base, draft.text) });
      pending.merge(this.view, lineDiff(draft.base, text));
    }
  }

  #state({ label, readOnly, keys, schema, doc }: Opening, text: string): EditorState {
    const onTyped = EditorView.updateListener.of(({ docChanged, transactions }) => {
      const typed = transactions.some(
        (one) => one.docChanged && one.annotation(pending.merged) === undefined,
      );
      if (docChanged && typed) this.#sync.typed();
    });
    return EditorState.create({
      doc: text,
      extensions: [extensions(label, readOnly, keys), help(schema, doc), onTyped],
    });
  }

  #port() {
    const { view } = this;
    return {
      text: () => view.state.doc.toString(),
      hasPending: () => pending.hasPending(view),
      mark: () => pending.mark(view),
      settle: () => pending.settle(view),
      merge: (changes: Parameters<typeof pending.merge>[1]) => pending.merge(view, changes),
    };
  }

  showDiagnostics(diagnostics: readonly Diagnostic[]): void {
    this.view.dispatch(setDiagnostics(this.view.state, [...diagnostics]));
  }

  /** Where elements stand in the text as it is shown; those that it does not have are left out. */
  async find(paths: readonly string[]): Promise<Map<string, { from: number; to: number }>> {
    const found = await this.#worker.ask('find', { paths });
    const shown = (offset: number) =>
      Math.min(pending.shownOffset(this.view, offset), this.view.state.doc.length);
    return new Map(
      paths.flatMap((path, index) => {
        const place = found[index];
        return place ? [[path, { from: shown(place.from), to: shown(place.to) }] as const] : [];
      }),
    );
  }

  async reveal(paths: readonly string[]): Promise<void> {
    const found = paths.length === 0 ? new Map<string, { from: number }>() : await this.find(paths);
    revealLines(
      this.view,
      [...found.values()].map((place) => place.from),
    );
  }

  /** The path of the element in which the cursor stands. */
  async pathAtCursor(): Promise<string> {
    const offset = pending.baseOffset(this.view, this.view.state.selection.main.head);
    return await this.#worker.ask('pathAt', { offset });
  }

  close(): void {
    keepDraft(this.#lab, { base: pending.baseText(this.view), text: this.view.state.doc.toString() });
    this.#sync.close();
    this.#worker.close();
    this.view.destroy();
  }
}
