import { useState, type SyntheticEvent } from 'react';
import { BookmarkPlus, History } from 'lucide-react';
import { errorText, keepVersion, useRefreshVersions, useVersions, type Version } from '@/api';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { Button, EmptyState, Input, Panel, PanelBody, PanelSkeleton, PanelToolbar, toast } from '@/ui';
import css from './HistoryPanel.module.css';
import { VersionRow } from './VersionRow';
import { dayOf } from './words';

/** What the drawing once was, newest first: kept by itself, or under a name. */
export function HistoryPanel() {
  const { id, canEdit } = useLab();
  const { data: versions, error } = useVersions(id);
  return (
    <Panel>
      {canEdit && <NameIt />}
      {error !== null && <EmptyState title={errorText(error)} />}
      {versions === undefined && error === null && <PanelSkeleton label={t('Loading…')} />}
      {versions?.length === 0 && (
        <EmptyState
          icon={<History size={20} aria-hidden />}
          title={t('No versions yet')}
          text={t('One is kept before each apply and while the lab is edited. Name one to keep it for good.')}
        />
      )}
      {versions && versions.length > 0 && (
        <PanelBody label={t('Versions')}>
          {byDay(versions).map(([day, those]) => (
            <section key={day} aria-label={day}>
              <h3 className={css.day}>{day}</h3>
              <ol className={css.list}>
                {those.map((version) => (
                  <VersionRow key={version.number} version={version} />
                ))}
              </ol>
            </section>
          ))}
        </PanelBody>
      )}
    </Panel>
  );
}

function byDay(versions: readonly Version[]): [string, Version[]][] {
  const days = new Map<string, Version[]>();
  for (const version of versions) days.set(dayOf(version), [...(days.get(dayOf(version)) ?? []), version]);
  return [...days];
}

/** Keeps the drawing as it is now under a name. */
function NameIt() {
  const { id, provider } = useLab();
  const refresh = useRefreshVersions(id);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const onSubmit = async () => {
    setBusy(true);
    try {
      await provider.flush();
      await keepVersion(id, name.trim());
      setName('');
      refresh();
    } catch (error) {
      toast({ tone: 'bad', title: t('It was not kept'), text: errorText(error) });
    }
    setBusy(false);
  };
  return (
    <PanelToolbar>
      <form
        className={css.naming}
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          if (name.trim() !== '' && !busy) void onSubmit();
        }}
      >
        <Input
          aria-label={t('Name of this version')}
          placeholder={t('Name of this version')}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
        />
        <Button
          type="submit"
          size="s"
          busy={busy}
          disabled={name.trim() === ''}
          icon={<BookmarkPlus size={14} aria-hidden />}
        >
          {t('Keep this version')}
        </Button>
      </form>
    </PanelToolbar>
  );
}
