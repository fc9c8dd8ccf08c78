/** Splits lines of YAML into pieces to be coloured: as much of the language as a lab's document uses. */

export type TokenKind = 'comment' | 'key' | 'string' | 'number' | 'word' | 'mark' | 'plain';

export interface Token {
  kind: TokenKind;
  text: string;
}

/** In this order: a comment begins after a space, a key ends with a colon before a space or the line's end. */
const PIECES =
  /(?<comment>(?:^|(?<=\s))#.*$)|(?<key>(?:"[^"]*"|'[^']*'|[\w.-]+)(?=\s*:(?:\s|$)))|(?<string>"(?:[^"\\]|\\.)*"|'[^']*')|(?<number>(?<![\w./:-])-?\d+(?:\.\d+)?(?![\w./:-]))|(?<word>(?<![\w./:-])(?:true|false|null)(?![\w./:-]))|(?<mark>[[\]{},]|:(?=\s|$)|^\s*-(?=\s))/g;

export function yamlTokens(line: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const match of line.matchAll(PIECES)) {
    if (match.index > at) tokens.push({ kind: 'plain', text: line.slice(at, match.index) });
    tokens.push({ kind: kindOf(match.groups ?? {}), text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < line.length) tokens.push({ kind: 'plain', text: line.slice(at) });
  return tokens;
}

function kindOf(groups: Record<string, string | undefined>): TokenKind {
  const [kind] = Object.entries(groups).find(([, text]) => text !== undefined) ?? ['plain'];
  return kind as TokenKind;
}
