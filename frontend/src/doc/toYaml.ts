/** A part of a drawing as YAML, as a person would write it: an entry a line. */
import type { WholeTopology } from './topology';

const PLAIN = /^[A-Za-z][\w./-]*$/;
/** Words that some reader takes for something else than a text. */
const SPECIAL = /^(true|false|null|yes|no|on|off|y|n)$/i;

function word(text: string): string {
  return PLAIN.test(text) && !SPECIAL.test(text) ? text : JSON.stringify(text);
}

/** In one line, in braces and brackets. */
function inLine(value: unknown): string {
  if (typeof value === 'string') return word(value);
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${entries(value)
    .map(([key, part]) => `${word(key)}: ${inLine(part)}`)
    .join(', ')}}`;
}

function entries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, part]) => part !== undefined);
}

function section(value: unknown): string {
  if (Array.isArray(value)) return `\n${value.map((item) => `  - ${inLine(item)}\n`).join('')}`;
  if (typeof value !== 'object' || value === null) return ` ${inLine(value)}\n`;
  return `\n${entries(value)
    .map(([key, part]) => `  ${word(key)}: ${inLine(part)}\n`)
    .join('')}`;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

export function toYaml(part: WholeTopology): string {
  const said = entries(part).filter(([, value]) => !isEmpty(value));
  return said.map(([key, value]) => `${key}:${section(value)}`).join('');
}
