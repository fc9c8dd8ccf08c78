import { useState } from 'react';
import { errorText, useDuplicateLab, type LabSummary } from '@/api';
import { t } from '@/i18n';
import { EmptyState, SearchField, toast } from '@/ui';
import { copyName } from './copyName';
import { LabCard } from './LabCard';
import { DeleteDialog, LeaveDialog, RenameDialog } from './LabDialogs';
import css from './LabList.module.css';

/** From here on a list is searched rather than read. */
const SEARCHED_FROM = 7;

export function LabList({ labs }: { labs: readonly LabSummary[] }) {
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useState<{ dialog: 'rename' | 'delete' | 'leave'; lab: LabSummary } | null>(null);
  const duplicate = useDuplicateLab();
  const now = new Date();
  const shown = labs.filter((lab) => lab.name.toLowerCase().includes(query.trim().toLowerCase()));
  const onDuplicate = ({ id, name }: LabSummary) => {
    duplicate.mutate(
      { id, name: copyName(name, labs) },
      { onError: (error) => toast({ tone: 'bad', title: t('Not duplicated'), text: errorText(error) }) },
    );
  };
  const actions = {
    onRename: (lab: LabSummary) => setAsked({ dialog: 'rename', lab }),
    onDelete: (lab: LabSummary) => setAsked({ dialog: 'delete', lab }),
    onLeave: (lab: LabSummary) => setAsked({ dialog: 'leave', lab }),
    onDuplicate,
  };
  return (
    <>
      {labs.length >= SEARCHED_FROM && (
        <div className={css.search} role="search">
          <SearchField label={t('Search labs')} value={query} onValueChange={setQuery} />
        </div>
      )}
      {shown.length === 0 && (
        <EmptyState title={t('No lab has such a name')} text={t('Nothing matches “{query}”.', { query })} />
      )}
      <ul className={css.grid}>
        {shown.map((lab) => (
          <li key={lab.id}>
            <LabCard lab={lab} now={now} actions={actions} />
          </li>
        ))}
      </ul>
      {asked?.dialog === 'rename' && <RenameDialog lab={asked.lab} onClose={() => setAsked(null)} />}
      {asked?.dialog === 'leave' && <LeaveDialog lab={asked.lab} onClose={() => setAsked(null)} />}
      {asked?.dialog === 'delete' && <DeleteDialog lab={asked.lab} onClose={() => setAsked(null)} />}
    </>
  );
}
