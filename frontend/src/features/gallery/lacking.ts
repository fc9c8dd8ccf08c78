import type { Problem } from '@/doc';
import { said, t, type Told } from '@/i18n';

const LACKS = 'host-lacks';

/** What a drawing needs and its host has not, each once; empty when it can run. */
export function lackingWords(problems: readonly Problem[]): string {
  const needs = problems
    .filter((problem) => problem.code === LACKS)
    .map(({ values }) => words(values?.what as Told | string | undefined));
  return [...new Set(needs)].join(', ');
}

/** Names of programs and protocols stand for themselves. */
function words(what: Told | string = t('something it needs')): string {
  return typeof what === 'string' ? what : said(what.template ?? '', what);
}
