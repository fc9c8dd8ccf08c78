/** What the palette offers for what is typed: commands, places in the drawing, labs of the gallery. */
import type { GalleryEntry } from '@/api';
import { COMMAND_GROUPS, GROUP_TITLES, type Command } from '@/commands';
import type { Hit } from '@/doc';
import { t } from '@/i18n';
import { ranked } from '@/lib/rank';

/** More than anybody reads; who types further finds the rest. */
const SHOWN = 30;

export interface Entry {
  id: string;
  title: string;
  detail?: string;
  keys?: string | undefined;
  disabled?: boolean;
  kind?: Hit['kind'];
  act: { command: Command } | { hit: Hit } | { lab: GalleryEntry };
}

export interface EntryGroup {
  title: string;
  items: readonly Entry[];
}

interface Offered {
  commands: readonly Command[];
  /** Whether a command could be run when the palette was opened. */
  isEnabled: (command: Command) => boolean;
  hits: readonly Hit[];
  labs: readonly GalleryEntry[];
}

/** All that can be done now by group while nothing is typed; else the best of each sort. */
export function entryGroups(offered: Offered, query: string): readonly EntryGroup[] {
  const { commands, isEnabled, hits, labs } = offered;
  const entry = (command: Command): Entry => ({
    id: command.id,
    title: command.title,
    keys: command.keys?.[0],
    disabled: !isEnabled(command),
    act: { command },
  });
  if (query.trim() === '') {
    return COMMAND_GROUPS.map((group) => ({
      title: GROUP_TITLES[group],
      items: commands.filter((one) => one.group === group && isEnabled(one)).map(entry),
    })).filter(({ items }) => items.length > 0);
  }
  const found = ranked(commands, query, ({ title, group }) => [title, `${GROUP_TITLES[group]} ${title}`]);
  const groups = [
    { title: t('Commands'), items: found.map(entry) },
    { title: t('In the drawing'), items: hits.slice(0, SHOWN).map(hitEntry) },
    {
      title: t('A new lab from the gallery'),
      items: ranked(labs, query, labTexts).slice(0, SHOWN).map(labEntry),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function hitEntry(hit: Hit): Entry {
  return { id: `at ${hit.key}`, title: hit.title, detail: hit.detail, kind: hit.kind, act: { hit } };
}

function labTexts({ title, summary }: GalleryEntry): readonly string[] {
  return [title, summary];
}

function labEntry(lab: GalleryEntry): Entry {
  return { id: `lab ${lab.id}`, title: lab.title, detail: lab.summary, act: { lab } };
}
