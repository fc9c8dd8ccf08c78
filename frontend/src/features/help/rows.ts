/** The list of shortcuts, made from the commands that there are. */
import { COMMAND_GROUPS, type Command, type CommandGroup } from '@/commands';
import { t } from '@/i18n';

export interface HelpRow {
  title: string;
  keys: readonly string[];
}

export interface HelpGroup {
  group: CommandGroup;
  rows: readonly HelpRow[];
}

/** What the browser or the mouse does, and thus is no command. */
const GESTURES: Partial<Record<CommandGroup, readonly HelpRow[]>> = {
  'Select and move': [
    { title: t('Next or previous node'), keys: ['Tab', 'Shift+Tab'] },
    { title: t('Drag without the grid'), keys: ['Alt'] },
  ],
  Look: [{ title: t('Drag the view'), keys: ['Space'] }],
};

export function helpGroups(commands: Iterable<Command>): readonly HelpGroup[] {
  const found = new Map<CommandGroup, Map<string, string[]>>();
  for (const { group, title, row = title, keys = [] } of commands) {
    if (keys.length === 0) continue;
    const rows = found.get(group) ?? new Map<string, string[]>();
    rows.set(row, [...(rows.get(row) ?? []), ...keys]);
    found.set(group, rows);
  }
  return COMMAND_GROUPS.flatMap((group) => {
    const rows = [...(found.get(group) ?? [])].map(([title, keys]) => ({ title, keys }));
    const all = [...rows, ...(GESTURES[group] ?? [])];
    return all.length === 0 ? [] : [{ group, rows: all }];
  });
}
