import { LoaderCircle, OctagonAlert, Radio } from 'lucide-react';
import { t } from '@/i18n';
import { useLive } from '@/state/live';
import { openDock } from '@/state/view';
import { Badge, Tooltip } from '@/ui';
import css from './RunBar.module.css';

/** How live mode stands, instead of how the lab does. */
export function LiveStatus() {
  const state = useLive((live) => live.state);
  if (state.phase === 'held') {
    return (
      <Tooltip content={t('Held up: {why}', { why: state.why })}>
        <button
          type="button"
          className={css.held}
          aria-label={t('Held up: {why}. Show the problems', { why: state.why })}
          onClick={() => openDock('problems')}
        >
          <Badge tone="bad" icon={<OctagonAlert size={11} aria-hidden />}>
            {t('Held up')}
          </Badge>
        </button>
      </Tooltip>
    );
  }
  const busy = state.phase === 'applying';
  return (
    <span className={css.status} role="status">
      <Badge
        tone={busy ? 'info' : 'ok'}
        icon={busy ? <LoaderCircle size={11} aria-hidden /> : <Radio size={11} aria-hidden />}
      >
        {busy ? t('Applying…') : t('Live')}
      </Badge>
    </span>
  );
}
