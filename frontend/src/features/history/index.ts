/** What the drawing once was: versions, what lies between them, and what runs. */
import { lazy } from 'react';

export const HistoryPanel = lazy(async () => ({ default: (await import('./HistoryPanel')).HistoryPanel }));
export { versionCommands } from './commands';
export { Comparison } from './Comparison';
export { EditedSinceApply } from './EditedSinceApply';
