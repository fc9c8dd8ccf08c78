/** Completion and help, from the schema and from what is drawn. */
import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { hoverTooltip, type EditorView } from '@codemirror/view';
import type { JsonSchema } from '@/api';
import type { LabDocument } from '@/doc';
import { offersAt } from '../schema/completions';
import { placeAt } from '../schema/place';
import { wordsAbout } from '../schema/walk';

/** No element of a drawing is longer than this. */
const LINES_BEFORE = 400;
const WORD = /[\w./:-]*$/;

function linesTo({ state }: Pick<EditorView, 'state'>, offset: number): string[] {
  const last = state.doc.lineAt(offset);
  const first = state.doc.line(Math.max(1, last.number - LINES_BEFORE));
  return state.doc.sliceString(first.from, offset).split('\n');
}

export function help(schema: JsonSchema, doc: LabDocument): Extension {
  const complete = (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(WORD);
    if (!context.explicit && (word === null || word.from === word.to)) return null;
    const options = offersAt(schema, doc.projection, placeAt(linesTo(context, context.pos)));
    if (options.length === 0) return null;
    const hasColon = context.state.sliceDoc(context.pos, context.pos + 1) === ':';
    return {
      from: word?.from ?? context.pos,
      validFor: /^[\w./:-]*$/,
      options: options.map(({ label, text, kind, detail, info }) => ({
        label,
        type: kind,
        ...(text !== undefined && !hasColon && { apply: text }),
        ...(detail !== undefined && detail !== '' && { detail }),
        ...(info !== undefined && { info }),
      })),
    };
  };
  return [autocompletion({ override: [complete], icons: false }), hover(schema)];
}

/** What a key is for, when the pointer rests on it or on its value. */
function hover(schema: JsonSchema): Extension {
  return hoverTooltip((view, offset) => {
    const word = view.state.wordAt(offset);
    if (word === null) return null;
    const { path, isKey, word: written } = placeAt(linesTo(view, word.to));
    const whole = isKey ? [...path, written.trim()] : path;
    const said = wordsAbout(schema, whole);
    if (said === undefined) return null;
    return { pos: word.from, end: word.to, above: true, create: () => ({ dom: tip(whole, said) }) };
  });
}

function tip(path: readonly string[], said: string): HTMLElement {
  const dom = document.createElement('div');
  dom.style.padding = 'var(--s2) var(--s3)';
  const name = document.createElement('strong');
  name.textContent = path.at(-1) === '*' ? (path.at(-2) ?? '') : (path.at(-1) ?? '');
  const words = document.createElement('p');
  words.textContent = said;
  dom.append(name, words);
  return dom;
}
