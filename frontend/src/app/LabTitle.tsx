import { useState } from 'react';
import { ops } from '@/doc';
import { useLab, useTopology } from '@/state/lab';
import css from './LabTitle.module.css';

/** The lab's name, edited where it stands; it is the heading of the page too. */
export function LabTitle() {
  const { doc } = useLab();
  const name = useTopology((projection) => projection.name);
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null && draft.trim() !== '') ops.renameLab(doc, draft.trim());
    setDraft(null);
  };
  return (
    <h1 className={css.heading}>
      <title>{`${name} · Vethwork`}</title>
      <span className="vw-sr-only">{name}</span>
      <input
        className={css.title}
        aria-label="Name of the lab"
        spellCheck={false}
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
    </h1>
  );
}
