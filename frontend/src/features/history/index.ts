/** What the drawing once was: versions, what lies between them, and what runs. */
import { lazyPart } from '@/ui';

export const HistoryPanel = lazyPart(async () => (await import('./HistoryPanel')).HistoryPanel);
export { versionCommands } from './commands';
export { Comparison } from './Comparison';
export { EditedSinceApply } from './EditedSinceApply';
