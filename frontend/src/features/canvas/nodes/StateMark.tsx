import { t } from '@/i18n';
import type { NodeState } from '@/state/overlay';
import css from './StateMark.module.css';

const WORDS: Record<NodeState, string> = {
  up: t('running'),
  partial: t('partly running'),
  absent: t('not running'),
};

/** Whether the node is real now, told by shape as well as colour: tick, half, empty ring. */
export function StateMark({ state }: { state: NodeState }) {
  return (
    <span className={css.mark} data-state={state} title={WORDS[state]}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden>
        <circle cx="7" cy="7" r="5.6" className={css.ring} />
        {state === 'up' && <path d="M4.4 7.2 6.3 9l3.4-3.9" className={css.tick} />}
        {state === 'partial' && <path d="M7 1.4a5.6 5.6 0 0 1 0 11.2Z" className={css.half} />}
      </svg>
      <span className="vw-sr-only">{WORDS[state]}</span>
    </span>
  );
}
