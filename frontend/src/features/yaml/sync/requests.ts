/** What the page asks of the worker that reads and merges texts, so that no keystroke waits for that. */
import type { JsonSchema } from '@/api';
import type { Drawn, TextChange, TextChangeRange, TextError } from '@/doc/text';

export interface Requests {
  /** Begins with a text and the drawing it stands for. */
  open: { ask: { text: string; said: Drawn; schema: JsonSchema }; answer: null };
  /** The drawing as it is now. */
  draw: { ask: { now: Drawn }; answer: TextChangeRange[] };
  type: { ask: { text: string }; answer: { errors: readonly TextError[] } | { change: TextChange | null } };
  commit: { ask: { text: string; now: Drawn }; answer: TextChangeRange[] };
  adopt: { ask: { text: string; now: Drawn }; answer: TextChangeRange[] };
  /** Where elements stand in the text that is shown. */
  find: { ask: { paths: readonly string[] }; answer: ({ from: number; to: number } | null)[] };
  pathAt: { ask: { offset: number }; answer: string };
}

export type RequestKind = keyof Requests;

export type Asked = {
  [Kind in RequestKind]: { id: number; kind: Kind; ask: Requests[Kind]['ask'] };
}[RequestKind];

export interface Answered {
  id: number;
  answer?: unknown;
  /** The text could not be worked on: a fault of the program. */
  fault?: string;
}
