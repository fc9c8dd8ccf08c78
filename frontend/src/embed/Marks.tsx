import { t } from '@/i18n';
import type { Mark } from './drawing';
import css from './EmbedPage.module.css';

const RADIUS_PX = 7;
const WORDS: Readonly<Record<string, string>> = {
  up: t('running'),
  partial: t('partly running'),
  absent: t('not running'),
};

/** What runs, by a sign as well as a colour. */
export function Marks({ marks }: { marks: readonly Mark[] }) {
  return marks.map(({ name, state, x, y }) => (
    <g key={name} transform={`translate(${x} ${y})`} className={css.mark} data-state={state} data-node={name}>
      <title>{`${name}: ${WORDS[state] ?? state}`}</title>
      <circle r={RADIUS_PX} />
      {state === 'up' && <path d="M-3 0 -1 2.2 3.2-2.4" />}
      {state === 'partial' && <path d="M0-3.2V.6M0 3v.2" />}
      {state === 'absent' && <path d="M-3 0H3" />}
    </g>
  ));
}
