/** From a pressed key to its command. */
import { useEffect } from 'react';
import type { Command } from './command';
import { isSingleKey, keysOf } from './keys';
import { isEnabled, useCommands } from './registry';

/** Marks the element in which single keys act. */
export const CANVAS_KEYS = 'data-canvas-keys';

const TEXTS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
/** What is open over the editor has keys of its own. */
const OVER_ALL = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

interface Place {
  inText: boolean;
  onCanvas: boolean;
}

function acts(command: Command, keys: string, { inText, onCanvas }: Place): boolean {
  if (command.byBrowser || command.keys?.includes(keys) !== true) return false;
  if (inText) return command.inTexts === true;
  return onCanvas || !(command.onCanvas === true || isSingleKey(keys));
}

/** The first enabled command that these keys mean at this place. */
export function commandFor(commands: Iterable<Command>, keys: string, place: Place): Command | undefined {
  for (const command of commands) {
    if (acts(command, keys, place) && isEnabled(command)) return command;
  }
  return undefined;
}

function onKeyDown(event: KeyboardEvent): void {
  const { target } = event;
  if (event.defaultPrevented || event.isComposing || !(target instanceof Element)) return;
  if (target.closest(OVER_ALL)) return;
  const place = {
    inText: target.closest(TEXTS) !== null,
    onCanvas: target.closest(`[${CANVAS_KEYS}]`) !== null,
  };
  const keys = keysOf(event);
  const { commands } = useCommands.getState();
  early = isKnown(commands, keys) ? null : { keys, place, at_ms: performance.now() };
  const command = commandFor(commands.values(), keys, place);
  if (command === undefined) return;
  event.preventDefault();
  command.run();
}

/** Keys that mean nothing yet: most commands come a moment after the first paint. */
let early: { keys: string; place: Place; at_ms: number } | null = null;
/** So long after they were pressed they still mean what comes then. */
const EARLY_MS = 2000;

function isKnown(commands: ReadonlyMap<string, Command>, keys: string): boolean {
  return [...commands.values()].some((command) => command.keys?.includes(keys));
}

function onCommands({ commands }: { commands: ReadonlyMap<string, Command> }): void {
  if (early === null || !isKnown(commands, early.keys)) return;
  const { keys, place, at_ms } = early;
  early = null;
  if (performance.now() - at_ms < EARLY_MS) commandFor(commands.values(), keys, place)?.run();
}

/** Listens while the editor is open. */
export function useShortcuts(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    const stop = useCommands.subscribe(onCommands);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      stop();
      early = null;
    };
  }, []);
}
