import { useState } from 'react';
import { ops } from '@/doc';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import css from './LabTitle.module.css';

/** The lab's name, edited where it stands; the heading of the page says it too. */
export function LabTitle() {
  const { doc, canEdit } = useLab();
  const name = useTopology((projection) => projection.name);
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null && draft.trim() !== '') ops.renameLab(doc, draft.trim());
    setDraft(null);
  };
  return (
    <>
      <title>{`${name} · Vethwork`}</title>
      <h1 className="vw-sr-only">{name}</h1>
      <input
        className={css.title}
        aria-label={t('Name of the lab')}
        spellCheck={false}
        readOnly={!canEdit}
        maxLength={100}
        size={Math.max(8, (draft ?? name).length)}
        value={draft ?? name}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(null);
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </>
  );
}
