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
  Draw: [{ title: t('Choose the interface where a cable is let go'), keys: ['Shift'] }],
  'Select and move': [
    { title: t('Next or previous node'), keys: ['Tab', 'Shift+Tab'] },
    { title: t('Select one more'), keys: ['Mod+Click', 'Shift+Click'] },
    { title: t('Drag without the grid'), keys: ['Alt'] },
  ],
  Look: [
    { title: t('Drag the view'), keys: ['Space'] },
    { title: t('Zoom to the pointer'), keys: ['Mod+Wheel'] },
    { title: t('Call the others to look here'), keys: ['Alt+Click'] },
  ],
};

const ARROW = /Arrow\w+$/;

/** Keys that differ by their arrow alone are shown as one: `Shift+ArrowLeft+ArrowRight`. */
function together(keys: readonly string[]): readonly string[] {
  const byModifiers = new Map<string, string[]>();
  for (const one of keys) {
    const [arrow] = ARROW.exec(one) ?? [];
    const modifiers = arrow === undefined ? one : one.slice(0, -arrow.length);
    byModifiers.set(modifiers, [
      ...(byModifiers.get(modifiers) ?? []),
      ...(arrow === undefined ? [] : [arrow]),
    ]);
  }
  return [...byModifiers].map(([modifiers, arrows]) => modifiers + arrows.join('+'));
}

export function helpGroups(commands: Iterable<Command>): readonly HelpGroup[] {
  const found = new Map<CommandGroup, Map<string, string[]>>();
  for (const { group, title, row = title, keys = [] } of commands) {
    if (keys.length === 0) continue;
    const rows = found.get(group) ?? new Map<string, string[]>();
    rows.set(row, [...(rows.get(row) ?? []), ...keys]);
    found.set(group, rows);
  }
  return COMMAND_GROUPS.flatMap((group) => {
    const rows = [...(found.get(group) ?? [])].map(([title, keys]) => ({ title, keys: together(keys) }));
    const all = [...rows, ...(GESTURES[group] ?? [])];
    return all.length === 0 ? [] : [{ group, rows: all }];
  });
}
