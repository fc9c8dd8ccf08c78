import { useMemo, useState } from 'react';
import { Cable, FlaskConical, StickyNote } from 'lucide-react';
import { useLocation } from 'wouter';
import { errorText, useCreateLab, useGallery } from '@/api';
import { isAllowed, isEnabled, useCommands } from '@/commands';
import { search } from '@/doc';
import { KINDS } from '@/elements';
import { t } from '@/i18n';
import { useTopology } from '@/state/lab';
import { useOverlay } from '@/state/overlay';
import { openWindow, useView } from '@/state/view';
import { SearchDialog, toast, type SearchItem } from '@/ui';
import { entryGroups, type Entry, type EntryGroup } from './entries';

/** Every command, every place in the drawing and every lab of the gallery, by name. */
export function CommandPalette() {
  const [query, setQuery] = useState('');
  const groups = useEntryGroups(query);
  const run = useRun();
  const shown = useMemo(
    () => groups.map(({ title, items }) => ({ title, items: items.map(item) })),
    [groups],
  );
  const close = (id: string | null) => {
    openWindow(null);
    const chosen = groups.flatMap(({ items }) => items).find((one) => one.id === id);
    return chosen && (() => run(chosen));
  };
  return (
    <SearchDialog
      title={t('Command palette')}
      placeholder={t('Type a command, a name or an address')}
      nothing={t('Nothing is called so.')}
      query={query}
      onQuery={setQuery}
      groups={shown}
      onClose={close}
    />
  );
}

/** What can be run is asked once, while the focus is still where it was. */
function useEntryGroups(query: string): readonly EntryGroup[] {
  const commands = useCommands((registry) => registry.commands);
  const [enabled] = useState(() => new Set([...commands.values()].filter(isEnabled)));
  const projection = useTopology((one) => one);
  const used = useOverlay((overlay) => overlay.addresses);
  const labs = useGallery().data;
  return useMemo(
    () =>
      entryGroups(
        {
          commands: [...commands.values()].filter((one) => isAllowed(one) && one.id !== 'help.commands'),
          isEnabled: (command) => enabled.has(command),
          hits: search({ projection, used }, query),
          labs: labs ?? [],
        },
        query,
      ),
    [commands, enabled, projection, used, labs, query],
  );
}

function useRun(): (entry: Entry) => void {
  const [, navigate] = useLocation();
  const create = useCreateLab();
  return ({ act }) => {
    if ('command' in act) act.command.run();
    else if ('hit' in act) useView.getState().goTo(act.hit.element);
    else {
      // The palette is gone by then, and hears of no callback.
      create.mutateAsync({ gallery: act.lab.id }).then(
        (lab) => navigate(`/labs/${lab.id}`),
        (error: unknown) => toast({ tone: 'bad', title: t('The lab was not made'), text: errorText(error) }),
      );
    }
  };
}

function item({ id, title, detail, keys, disabled, kind, act }: Entry): SearchItem {
  const shown = { id, title, ...(detail !== undefined && { detail }), keys, disabled: disabled === true };
  if (kind === undefined)
    return 'lab' in act ? { ...shown, icon: <FlaskConical size={16} aria-hidden /> } : shown;
  if (kind === 'link') return { ...shown, icon: <Cable size={16} aria-hidden /> };
  if (kind === 'note' || kind === 'region' || kind === 'group')
    return { ...shown, icon: <StickyNote size={16} aria-hidden /> };
  const { Icon } = KINDS[kind];
  return { ...shown, icon: <Icon size={16} /> };
}
