import { expect, it } from 'vitest';
import type { Command } from '@/commands';
import { helpGroups } from '@/features/help/rows';

const run = () => undefined;

it('lists every command that has keys, in the order of the groups; those of one row together', () => {
  const commands: Command[] = [
    { id: 'undo', title: 'Undo', group: 'Edit', keys: ['Mod+Z'], run },
    { id: 'add', title: 'Add', group: 'Draw', keys: ['A'], run },
    { id: 'dark', title: 'Dark', group: 'Lab', run },
    { id: 'left', title: 'Left', group: 'Edit', keys: ['ArrowLeft'], row: 'Move', run },
    { id: 'right', title: 'Right', group: 'Edit', keys: ['ArrowRight'], row: 'Move', run },
  ];
  const shown = helpGroups(commands).map(({ group, rows }) => [
    group,
    rows.map(({ title, keys }) => [title, ...keys]),
  ]);
  expect(shown[0]).toEqual([
    'Draw',
    [
      ['Add', 'A'],
      ['Choose the interface where a cable is let go', 'Shift'],
    ],
  ]);
  expect(shown).toContainEqual([
    'Edit',
    [
      ['Undo', 'Mod+Z'],
      ['Move', 'ArrowLeft+ArrowRight'],
    ],
  ]);
  expect(shown.map(([group]) => group)).not.toContain('Lab');
});
