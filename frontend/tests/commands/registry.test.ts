import { expect, it, vi } from 'vitest';
import { runCommand, useCommands, type Command } from '@/commands';

const make = (id: string, run: () => void): Command => ({ id, title: id, group: 'Edit', run });

it('offers commands until they are taken out, and runs the newest of a name', () => {
  const [first, second] = [vi.fn(), vi.fn()];
  const { register } = useCommands.getState();
  const removeFirst = register([make('a.b', first)]);
  const removeSecond = register([make('a.b', second)]);
  removeFirst();
  runCommand('a.b');
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
  removeSecond();
  runCommand('a.b');
  expect(second).toHaveBeenCalledOnce();
  expect(useCommands.getState().commands.size).toBe(0);
});

it('does not run what makes no sense now', () => {
  const run = vi.fn();
  const remove = useCommands.getState().register([{ ...make('a.b', run), isEnabled: () => false }]);
  runCommand('a.b');
  expect(run).not.toHaveBeenCalled();
  remove();
});

it('does not run what this person has no right to', () => {
  const run = vi.fn();
  const remove = useCommands.getState().register([{ ...make('a.b', run), needs: 'edit' }]);
  useCommands.setState({ may: { edit: false, run: true } });
  runCommand('a.b');
  expect(run).not.toHaveBeenCalled();
  useCommands.setState({ may: { edit: true, run: true } });
  runCommand('a.b');
  expect(run).toHaveBeenCalledOnce();
  remove();
});
