/** Pressed keys in words, as commands name them. */

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const NAMES: Partial<Record<string, string>> = { ' ': 'Space', Esc: 'Escape', Del: 'Delete' };

/** Shift tells `L` from `Shift+L`; a sign such as `?` is the same sign wherever a keyboard has it. */
export function keysOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const isSign = key.length === 1 && key.toUpperCase() === key.toLowerCase() && key !== ' ';
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  const parts = [(ctrlKey || metaKey) && 'Mod', altKey && 'Alt', shiftKey && !isSign && 'Shift', name];
  return parts.filter((part) => part !== false).join('+');
}

/** A letter, a sign, an arrow: what somebody may press by chance, or a screen reader may want. */
export function isSingleKey(keys: string): boolean {
  return !/^Mod\+|^Alt\+|^(Shift\+)?F\d+$/.test(keys);
}
