import type { Problem } from '@/doc';
import { saidValue, t } from '@/i18n';

const LACKS = 'host-lacks';

/** What a drawing needs and its host has not, each once; empty when it can run. */
export function lackingWords(problems: readonly Problem[]): string {
  const needs = problems
    .filter((problem) => problem.code === LACKS)
    .map(({ values }) => (values?.what ? saidValue(values.what) : t('something it needs')));
  return [...new Set(needs)].join(', ');
}
