import type { Problem } from '@/doc';
import { t } from '@/i18n';

const LACKS = 'host-lacks';
const NEED = /needs (.+?), which this host lacks/;

/** What a drawing needs and its host has not, each once; empty when it can run. */
export function lackingWords(problems: readonly Problem[]): string {
  const needs = problems
    .filter((problem) => problem.code === LACKS)
    .map(({ message }) => NEED.exec(message)?.[1] ?? t('something it needs'));
  return [...new Set(needs)].join(', ');
}
