/** Help at hand: what keys there are, and where else to look. */
import { lazyPart } from '@/ui';

export { HelpMenu } from './HelpMenu';
export const ShortcutHelp = lazyPart(async () => (await import('./ShortcutHelp')).ShortcutHelp);
