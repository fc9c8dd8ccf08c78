/** The matrix in words: labels of the axes, names of targets, and what it comes down to. */
import type { Target } from '@/api';
import { t, tn } from '@/i18n';
import { formatRtt } from '@/lib/format';
import { countExpected } from '@/state/expected';
import { countOutcomes, type Matrix } from '@/state/matrix';
import { OUTCOME, OUTCOMES } from '@/state/outcomes';
import { isOver } from '@/state/runState';
import type { Cell, ShownMatrix } from './shownMatrix';

export function targetName(target: Target): string {
  return target.node === '' ? target.address : target.node;
}

/** A node with several addresses is told apart by their families, or by the addresses themselves. */
export function columnLabels({ targets }: Pick<Matrix, 'targets'>): string[] {
  const byName = new Map<string, Target[]>();
  for (const target of targets) {
    const name = targetName(target);
    byName.set(name, [...(byName.get(name) ?? []), target]);
  }
  return targets.map((target) => {
    const name = targetName(target);
    const family = familyOf(target);
    const others = (byName.get(name) ?? []).filter((other) => other !== target);
    if (others.length === 0) return name;
    const isAlone = others.every((other) => familyOf(other) !== family);
    return isAlone ? `${name} ${family}` : `${name} ${target.address}`;
  });
}

function familyOf({ address }: Target): 'v4' | 'v6' {
  return address.includes(':') ? 'v6' : 'v4';
}

export const EXPECTED_WORDS = { reached: t('must reach'), blocked: t('must not reach') } as const;
export const VERDICT_WORDS = {
  met: t('as expected'),
  missed: t('not as expected'),
  open: t('not known yet'),
} as const;

/** `It must reach: as expected.` */
export function verdictText(
  expected: keyof typeof EXPECTED_WORDS,
  verdict: keyof typeof VERDICT_WORDS,
): string {
  return t('It {expected}: {verdict}.', {
    expected: EXPECTED_WORDS[expected],
    verdict: VERDICT_WORDS[verdict],
  });
}

export type SummaryTone = 'ok' | 'bad' | 'plain' | 'busy';

export interface Summary {
  tone: SummaryTone;
  headline: string;
  detail: string;
}

export function summaryOf(shown: ShownMatrix): Summary {
  const { matrix, run } = shown;
  const detail = probeText(shown);
  if (!isOver(run)) {
    const total = matrix.outcomes.length;
    return {
      tone: 'busy',
      headline: t('Checking: {done} of {total}', { done: matrix.answered, total }),
      detail,
    };
  }
  if (run.status === 'failed')
    return { tone: 'bad', headline: t('The check broke off'), detail: run.summary };
  const { met, missed } = countExpected(matrix, shown.expected);
  if (missed > 0) {
    const headline = tn(
      met + missed,
      '{missed} of {count} expectation missed',
      '{missed} of {count} expectations missed',
      {
        missed,
      },
    );
    return { tone: 'bad', headline, detail };
  }
  if (met > 0) return { tone: 'ok', headline: metText(met), detail };
  return { tone: 'plain', headline: t('Nothing is expected yet'), detail };
}

function metText(met: number): string {
  return tn(met, 'The one expectation is met', 'All {count} expectations met');
}

/** `ping: 12 of 16 reached, Timed out: 4, median 41 µs`. */
function probeText({ matrix, probes, run }: ShownMatrix): string {
  const counts = countOutcomes(matrix, probes);
  const size = matrix.sources.length * matrix.targets.length * probes.length;
  const others = OUTCOMES.filter(
    ({ code }) => code !== OUTCOME.pending && code !== OUTCOME.reached && (counts[code] ?? 0) > 0,
  ).map(({ code, label }) => t('{label}: {number}', { label, number: counts[code] ?? 0 }));
  const reached = t('{number} of {total} reached', { number: counts[OUTCOME.reached] ?? 0, total: size });
  const median = isOver(run) ? medianRtt(matrix, probes) : null; // of what still comes it takes too long
  const parts = [
    reached,
    ...others,
    ...(median === null ? [] : [t('median {rtt}', { rtt: formatRtt(median) })]),
  ];
  const name =
    probes.length > 2
      ? tn(probes.length, '{count} probe', '{count} probes')
      : probes.map((probe) => matrix.probes[probe]).join(' + ');
  return `${name}: ${parts.join(', ')}`;
}

function medianRtt(matrix: Matrix, probes: readonly number[]): number | null {
  const size = matrix.sources.length * matrix.targets.length;
  const answered = new Int32Array(probes.length * size);
  let count = 0;
  for (const probe of probes) {
    for (const rtt of matrix.rtts_us.subarray(probe * size, (probe + 1) * size)) {
      if (rtt >= 0) answered[count++] = rtt;
    }
  }
  return count === 0 ? null : (answered.subarray(0, count).sort()[Math.floor(count / 2)] ?? null);
}

/** What a screen reader hears of a cell. */
export function cellText(cell: Cell): string {
  const expectation = cell.expected && cell.verdict ? ` ${verdictText(cell.expected, cell.verdict)}` : '';
  const rtt = cell.rtt_us >= 0 ? `, ${formatRtt(cell.rtt_us)}` : '';
  const outcome = OUTCOMES[cell.code]?.label ?? '';
  const pair = t('{source} to {target} by {probe}', {
    source: cell.source,
    target: targetName(cell.target),
    probe: cell.probe,
  });
  return `${pair}: ${outcome}${rtt}.${expectation}`;
}
