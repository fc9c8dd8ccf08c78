import type { Problem } from '@/doc';

const LACKS = 'host-lacks';
const NEED = /needs (.+?), which this host lacks/;

/** What a drawing needs and its host has not, each once; empty when it can run. */
export function lackingWords(problems: readonly Problem[]): string {
  const needs = problems
    .filter((problem) => problem.code === LACKS)
    .map(({ message }) => NEED.exec(message)?.[1] ?? 'something it needs');
  return [...new Set(needs)].join(', ');
}
