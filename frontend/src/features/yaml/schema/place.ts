/** Where in a half-written document a cursor stands: the text before it is enough, and need not be right. */

export interface Place {
  /** Keys from the outside in; `*` is any place of a list. */
  path: string[];
  /** Whether a key is expected here, and not the value of the last step of the path. */
  isKey: boolean;
  /** What is already written of it. */
  word: string;
}

const KEY = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'[\]{},#:-][^:{}[\],#]*?|-[^\s:{}[\],#]+):(?=\s|$)/;

/** `lines` end with what stands before the cursor in its line. */
export function placeAt(lines: readonly string[]): Place {
  const line = lines.at(-1) ?? '';
  const here = readLine(line);
  const outer = ancestors(lines.slice(0, -1), here.indent, here.dashes.length > 0);
  const dashes = here.dashes.map(() => '*');
  const before = [...outer, ...dashes, ...(here.key === undefined ? [] : [here.key])];
  const inner = readFlow(here.rest);
  if (inner.isOpen) return { path: [...before, ...inner.path], isKey: inner.isKey, word: inner.word };
  return { path: before, isKey: here.key === undefined, word: here.rest.trimStart() };
}

interface Line {
  indent: number;
  /** Columns of the dashes it begins with. */
  dashes: number[];
  key: string | undefined;
  /** Column of the key. */
  column: number;
  rest: string;
}

function readLine(line: string): Line {
  let column = line.length - line.trimStart().length;
  const indent = column;
  const dashes: number[] = [];
  let rest = line.slice(column);
  for (let dash = /^-\s+|^-$/.exec(rest); dash; dash = /^-\s+|^-$/.exec(rest)) {
    dashes.push(column);
    column += dash[0].length;
    rest = line.slice(column);
  }
  const found = KEY.exec(rest);
  const key = found?.[1]?.replace(/^["']|["']$/g, '');
  return { indent, dashes, key, column, rest: found ? rest.slice(found[0].length) : rest };
}

/** Keys and lists that hold a line, read from the lines above it. */
function ancestors(lines: readonly string[], indent: number, isItem: boolean): string[] {
  const found: string[] = [];
  let limit = indent;
  let needsKey = isItem;
  for (let index = lines.length - 1; index >= 0 && (limit > 0 || needsKey); index -= 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const { indent: column, dashes, key, column: keyColumn } = readLine(line);
    const isOuter =
      key !== undefined && (keyColumn < limit || (needsKey && keyColumn === limit && dashes.length === 0));
    const steps = [...dashes.filter((dash) => dash < limit).map(() => '*'), ...(isOuter ? [key] : [])];
    if (steps.length === 0) continue;
    found.unshift(...steps);
    needsKey = steps[0] === '*';
    limit = column;
  }
  return found;
}

interface Frame {
  isMap: boolean;
  key: string | undefined;
}

/** Brackets and braces that are open at the end of a text. */
function readFlow(text: string): { isOpen: boolean; path: string[]; isKey: boolean; word: string } {
  const frames: Frame[] = [];
  let word = '';
  for (const piece of text.match(/"(?:[^"\\]|\\.)*"?|'[^']*'?|[[\]{},]|:(?=\s|$)|[^"'[\]{},:]+|:/g) ?? []) {
    const top = frames.at(-1);
    if (piece === '{' || piece === '[') frames.push({ isMap: piece === '{', key: undefined });
    else if (piece === '}' || piece === ']') frames.pop();
    else if (piece === ',' && top) top.key = undefined;
    else if (piece === ':' && top?.isMap && top.key === undefined)
      top.key = word.trim().replace(/^["']|["']$/g, '');
    else {
      word += piece;
      continue;
    }
    word = '';
  }
  const path = frames.flatMap((frame) => (frame.isMap ? (frame.key ?? []) : ['*']));
  const top = frames.at(-1);
  return {
    isOpen: top !== undefined,
    path,
    isKey: top?.isMap === true && top.key === undefined,
    word: word.trimStart(),
  };
}
