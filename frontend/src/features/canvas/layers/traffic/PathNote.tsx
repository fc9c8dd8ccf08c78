import { ArrowRight, Ban, Route, X } from 'lucide-react';
import { t } from '@/i18n';
import { sentence } from '@/lib/format';
import { useLab } from '@/state/lab';
import { stopOf, usePath } from '@/state/path';
import { IconButton } from '@/ui';
import css from './PathNote.module.css';

/** The path that is pointed out, in words: from where to where, and where it stops and why. */
export function PathNote() {
  const { doc } = useLab();
  const path = usePath((state) => state.path);
  const show = usePath((state) => state.show);
  if (path === null) return null;
  const { nodes } = doc.projection;
  const names = (ids: readonly string[]) => ids.flatMap((id) => nodes.get(id)?.name ?? []).join(' · ');
  const stop = nodes.get(stopOf(path) ?? '')?.name ?? '';
  return (
    <div className={css.note} role="status" data-stops={path.fault !== '' || undefined}>
      {path.fault === '' ? <Route size={16} aria-hidden /> : <Ban size={16} aria-hidden />}
      <div className={css.words}>
        <p className={css.way}>
          <strong>{path.source}</strong>
          <ArrowRight size={13} aria-label={t('to')} />
          <strong>{path.target}</strong>
          <span className={css.nodes}>
            {names(path.there.nodes)}
            {path.back !== null && `, ${t('the answer')}: ${names(path.back.nodes)}`}
          </span>
        </p>
        {path.fault !== '' && (
          <p className={css.fault}>
            {t('Stops at {node}', { node: stop })}: {sentence(path.fault)}
          </p>
        )}
      </div>
      <IconButton
        label={t('Show no path')}
        size="s"
        side="bottom"
        icon={<X size={15} aria-hidden />}
        onClick={() => show(null)}
      />
    </div>
  );
}
