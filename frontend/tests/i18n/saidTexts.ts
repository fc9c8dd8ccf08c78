/** Every text that the code says through `t`, `tn` and `rich`, read from the sources themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SOURCES = join(import.meta.dirname, '../../src');
/** Which argument is the key of a catalogue. */
const KEY_OF: ReadonlyMap<string, number> = new Map([
  ['t', 0],
  ['rich', 0],
  ['say', 0],
  ['tn', 2],
]);

export interface Said {
  text: string;
  /** Whether its words differ with a number. */
  counted: boolean;
}

export interface Reading {
  said: Said[];
  /** Calls whose text is not written out, so that nobody can find what they say. */
  hidden: string[];
}

export function readSources(): Reading {
  const reading: Reading = { said: [], hidden: [] };
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || /^i18n\b/.test(file)) continue;
    const text = readFileSync(join(SOURCES, file), 'utf8');
    read(file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), reading);
  }
  return reading;
}

function read(file: string, source: ts.SourceFile, reading: Reading): void {
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const name = node.expression.text;
      const key = KEY_OF.get(name);
      if (key !== undefined) {
        const text = node.arguments[key];
        if (text && ts.isStringLiteralLike(text))
          reading.said.push({ text: text.text, counted: name === 'tn' });
        else reading.hidden.push(`${file}: ${node.getText(source)}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}
