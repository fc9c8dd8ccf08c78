/** Reads, checks and merges the text of one lab, away from the page. */
import type { JsonSchema } from '@/api';
import { findPath, pathAt, TextEngine, type Source, type TextError } from '@/doc/text';
import { schemaProblems } from '../schema/problems';
import type { Answered, Asked } from './requests';

let engine: TextEngine | null = null;
let schema: JsonSchema = {};

function validate(source: Source): TextError[] {
  return schemaProblems(schema, source.values).map(({ path, ...saying }) => {
    const { from, to } = findPath(source, path) ?? { from: 0, to: 0 };
    return { ...saying, from, to };
  });
}

function answer(asked: Asked): unknown {
  if (asked.kind === 'open') {
    engine = new TextEngine(asked.ask.text, asked.ask.said);
    ({ schema } = asked.ask);
    return null;
  }
  if (engine === null) throw new Error('No text is open.');
  switch (asked.kind) {
    case 'draw':
      return engine.draw(asked.ask.now);
    case 'type':
      return engine.type(asked.ask.text, validate);
    case 'commit':
      return engine.commit(asked.ask.text, asked.ask.now);
    case 'adopt':
      return engine.adopt(asked.ask.text, asked.ask.now);
    case 'find': {
      const { shown } = engine;
      return asked.ask.paths.map((path) => findPath(shown, path) ?? null);
    }
    case 'pathAt':
      return pathAt(engine.shown, asked.ask.offset);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const answered: Answered = { id: data.id };
  try {
    answered.answer = answer(data);
  } catch (error) {
    answered.fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  self.postMessage(answered);
});
