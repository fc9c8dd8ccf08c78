/** Every template that the server fills, read from its sources: each stands written out in a call of `say`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const SAYS = /^from designer\.topology\.sentence import .*\b(say|counted)\b/m;
const CALL = /(?<![\w.])(?:say|counted)\(\s*/g;
const LITERAL = /(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*/y;

export interface ServerTexts {
  texts: Set<string>;
  /** Those whose words differ with a number. */
  counted: Set<string>;
  /** Calls whose template is not written out, so that nobody can find what they say. */
  hidden: string[];
}

export function readServer(): ServerTexts {
  const found: ServerTexts = { texts: new Set(), counted: new Set(), hidden: [] };
  for (const part of ['designer', 'workers']) {
    for (const file of readdirSync(join(ROOT, part), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.py')) continue;
      const source = readFileSync(join(ROOT, part, file), 'utf8');
      if (SAYS.test(source) || file === 'topology/sentence.py') read(`${part}/${file}`, source, found);
    }
  }
  readWhole(found.texts);
  return found;
}

/** What has no template, for it has no gaps: the gallery, regular shapes, help for fields. */
function readWhole(texts: Set<string>): void {
  const add = (text: string): void => {
    if (/[A-Za-z]/.test(text.replace(/`[^`]*`/g, ''))) texts.add(text.replace(/\s+/g, ' ').trim());
  };
  readGallery(add);
  readShapes(add);
  const schema = readFileSync(join(ROOT, 'docs/topology.schema.json'), 'utf8');
  JSON.parse(schema, (key, value: unknown) => {
    if (key === 'description' && typeof value === 'string') add(value);
    return value;
  });
}

/** Each file opens with comments: a title, and after an empty line what it shows. */
function readGallery(add: (text: string) => void): void {
  const folder = join(ROOT, 'designer/gallery');
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.yaml'))) {
    const [opening = ''] = readFileSync(join(folder, file), 'utf8').split(/^[^#]/m);
    opening
      .replace(/^# ?/gm, '')
      .split('\n\n')
      .forEach((part) => add(part));
  }
}

function readShapes(add: (text: string) => void): void {
  const folder = join(ROOT, 'designer/generators');
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.py'))) {
    const source = readFileSync(join(folder, file), 'utf8');
    const said = /(?:class \w+\(Shape\):\s+""|label: ClassVar\[str\] = |description=)(?=")/g;
    for (const { index, 0: before } of source.matchAll(said)) add(literals(source, index + before.length)[0]);
  }
}

function read(file: string, source: string, found: ServerTexts): void {
  for (const { index, 0: call } of source.matchAll(CALL)) {
    if (source.slice(0, index).endsWith('def ')) continue;
    const [first, end] = literals(source, index + call.length);
    const isCounted = call.startsWith('counted');
    const [template] = isCounted
      ? literals(source, end + (/^,\s*/.exec(source.slice(end))?.[0].length ?? 0))
      : [first];
    if (template === '') found.hidden.push(`${file}: ${source.slice(index, index + 60)}`);
    else found.texts.add(template);
    if (isCounted) found.counted.add(template);
  }
}

/** Python joins literals that stand one after another; their text, and where they end. */
function literals(source: string, start: number): [string, number] {
  let text = '';
  let end = start;
  LITERAL.lastIndex = start;
  for (let one = LITERAL.exec(source); one !== null; one = LITERAL.exec(source)) {
    text += (one[1] ?? one[2] ?? '').replace(/\\(.)/g, '$1');
    end = LITERAL.lastIndex;
  }
  return [text, end];
}
