import { useState, type SyntheticEvent } from 'react';
import { errorText, renameVersion, useRefreshVersions, type Version } from '@/api';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { Button, Input, toast } from '@/ui';
import css from './HistoryPanel.module.css';

/** Gives a version another name, or takes it away. */
export function RenameForm({ version, onDone }: { version: Version; onDone: () => void }) {
  const { id } = useLab();
  const refresh = useRefreshVersions(id);
  const [name, setName] = useState(version.name);
  const rename = async () => {
    try {
      await renameVersion(id, version.number, name.trim());
      refresh();
      onDone();
    } catch (error) {
      toast({ tone: 'bad', title: t('It was not named'), text: errorText(error) });
    }
  };
  return (
    <form
      className={css.renaming}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void rename();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <Input
        autoFocus
        aria-label={t('Name of the version')}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.target.value)}
      />
      <Button size="s" type="submit" variant="primary">
        {t('Save the name')}
      </Button>
    </form>
  );
}
