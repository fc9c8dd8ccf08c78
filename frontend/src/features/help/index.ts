/** Help at hand: what keys there are, and where else to look. */
import { lazy } from 'react';

export { HelpMenu } from './HelpMenu';
export const ShortcutHelp = lazy(async () => ({ default: (await import('./ShortcutHelp')).ShortcutHelp }));
