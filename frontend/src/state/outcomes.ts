/** What can come back when one node asks another: the codes of the `cells` event, and how a person is told. */
import { t } from '@/i18n';

export const OUTCOME = {
  pending: 0,
  reached: 1,
  refused: 2,
  no_route: 3,
  host_unreachable: 4,
  timed_out: 5,
  no_address: 6,
  prohibited: 7,
  source_down: 8,
} as const;

export type OutcomeId = keyof typeof OUTCOME;

export interface OutcomeWords {
  id: OutcomeId;
  code: number;
  /** Two words at most, for a legend. */
  label: string;
  /** Why it came back so, as far as the outcome alone tells. */
  sentence: string;
}

/** By code. */
export const OUTCOMES: readonly OutcomeWords[] = [
  { id: 'pending', code: 0, label: t('Pending'), sentence: t('Not asked yet.') },
  { id: 'reached', code: 1, label: t('Reached'), sentence: t('An answer came back.') },
  {
    id: 'refused',
    code: 2,
    label: t('Refused'),
    sentence: t('The target answered that nothing listens there.'),
  },
  {
    id: 'no_route',
    code: 3,
    label: t('No route'),
    sentence: t('The source or a router on the way has no route to the target.'),
  },
  {
    id: 'host_unreachable',
    code: 4,
    label: t('Unreachable'),
    sentence: t('A router on the way cannot reach the target.'),
  },
  {
    id: 'timed_out',
    code: 5,
    label: t('Timed out'),
    sentence: t('Nothing came back, though it was asked twice.'),
  },
  {
    id: 'no_address',
    code: 6,
    label: t('No address'),
    sentence: t('The source has no address of the target’s family.'),
  },
  { id: 'prohibited', code: 7, label: t('Prohibited'), sentence: t('A firewall or a route forbids it.') },
  {
    id: 'source_down',
    code: 8,
    label: t('Source down'),
    sentence: t('The source’s interface towards the target is down.'),
  },
];

export function outcomeOf(code: number): OutcomeWords {
  const known = OUTCOMES[code];
  if (known === undefined) throw new RangeError(`${code} is no outcome.`);
  return known;
}
