import { fireEvent, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useCommands, useShortcuts, type Command } from '@/commands';
import { commandFor } from '@/commands/dispatch';
import { isSingleKey, keysOf, type Pressed } from '@/commands/keys';

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, held: Partial<Pressed> = {}) => keysOf({ ...NONE, key, ...held });
const make = (id: string, keys: string[], more: Partial<Command> = {}): Command => ({
  id,
  title: id,
  group: 'Edit',
  keys,
  run: () => undefined,
  ...more,
});
const CANVAS = { inText: false, onCanvas: true };
const ELSEWHERE = { inText: false, onCanvas: false };
const TEXT = { inText: true, onCanvas: true };

it('names keys by what is pressed, whatever the keyboard', () => {
  expect(press('l')).toBe('L');
  expect(press('L', { shiftKey: true })).toBe('Shift+L');
  expect(press('?', { shiftKey: true })).toBe('?');
  expect(press('1', { shiftKey: true })).toBe('1');
  expect(press('z', { metaKey: true, shiftKey: true })).toBe('Mod+Shift+Z');
  expect(press(' ')).toBe('Space');
  expect(press('ArrowLeft', { shiftKey: true })).toBe('Shift+ArrowLeft');
});

it('tells single keys from those that nobody presses by chance', () => {
  expect(['L', 'Shift+L', '?', 'Delete', 'Shift+ArrowUp'].every(isSingleKey)).toBe(true);
  expect(['Mod+K', 'F2', 'Shift+F3'].some(isSingleKey)).toBe(false);
});

it('has single keys act on the canvas only, and none of them in a text', () => {
  const remove = make('remove', ['Delete']);
  expect(commandFor([remove], 'Delete', CANVAS)).toBe(remove);
  expect(commandFor([remove], 'Delete', ELSEWHERE)).toBeUndefined();
  expect(commandFor([remove], 'Delete', TEXT)).toBeUndefined();
});

it('has chords act everywhere, in texts where the command says so', () => {
  const undo = make('undo', ['Mod+Z']);
  const apply = make('apply', ['Mod+Enter'], { inTexts: true });
  const copy = make('copy', ['Mod+D'], { onCanvas: true });
  expect(commandFor([undo], 'Mod+Z', ELSEWHERE)).toBe(undo);
  expect(commandFor([undo], 'Mod+Z', TEXT)).toBeUndefined();
  expect(commandFor([apply], 'Mod+Enter', TEXT)).toBe(apply);
  expect(commandFor([copy], 'Mod+D', ELSEWHERE)).toBeUndefined();
});

it('passes over what cannot be done now, and what the browser does', () => {
  const off = make('off', ['L'], { isEnabled: () => false });
  const on = make('on', ['L']);
  const native = make('native', ['Mod+C'], { byBrowser: true });
  expect(commandFor([off, on], 'L', CANVAS)).toBe(on);
  expect(commandFor([native], 'Mod+C', CANVAS)).toBeUndefined();
});

it('keeps keys for a moment whose command has not been loaded yet', () => {
  const { unmount } = renderHook(useShortcuts);
  const register = (...list: Command[]) => useCommands.getState().register(list);
  const [palette, paste] = [vi.fn(), vi.fn()];
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  register(make('other', ['Mod+J']));
  expect(palette).not.toHaveBeenCalled();
  register(make('palette', ['Mod+K'], { run: palette }));
  register(make('paste', ['Mod+K'], { run: paste }));
  expect(palette).toHaveBeenCalledOnce();
  expect(paste).not.toHaveBeenCalled();
  unmount();
});

it('forgets a key after a while, and when another one follows that means something', () => {
  const { unmount } = renderHook(useShortcuts);
  const register = (...list: Command[]) => useCommands.getState().register(list);
  const [late, left] = [vi.fn(), vi.fn()];
  register(make('known', ['Mod+M']));
  fireEvent.keyDown(document.body, { key: 'i', ctrlKey: true });
  fireEvent.keyDown(document.body, { key: 'm', ctrlKey: true });
  register(make('left', ['Mod+I'], { run: left }));
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  fireEvent.keyDown(document.body, { key: 'u', ctrlKey: true });
  now.mockReturnValue(60_000);
  register(make('late', ['Mod+U'], { run: late }));
  now.mockRestore();
  expect(left).not.toHaveBeenCalled();
  expect(late).not.toHaveBeenCalled();
  unmount();
});
