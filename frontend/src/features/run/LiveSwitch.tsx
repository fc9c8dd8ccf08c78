import { t } from '@/i18n';
import { useLive, endLive } from '@/state/live';
import { Tooltip } from '@/ui';
import css from './LiveSwitch.module.css';

/** Whether edits reach the running lab as they are made. */
export function LiveSwitch({ disabled }: { disabled: boolean }) {
  const on = useLive((live) => live.on);
  const phase = useLive((live) => live.state.phase);
  const hint = disabled
    ? t('Apply first: then each edit can be applied as it is made')
    : t('Apply each edit as it is made');
  return (
    <Tooltip content={hint}>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-disabled={disabled || undefined}
        className={css.switch}
        data-phase={on ? phase : undefined}
        onClick={() => {
          if (on) endLive();
          else if (!disabled) useLive.setState({ on: true });
        }}
      >
        <span className={css.track} aria-hidden>
          <span className={css.thumb} />
        </span>
        {t('Live')}
      </button>
    </Tooltip>
  );
}
