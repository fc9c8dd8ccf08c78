/** What somebody changed by hand in a lab that runs. */
import { lazy } from 'react';

export { DriftBadge } from './DriftBadge';
export { DriftFeed } from './DriftFeed';
export const DriftPanel = lazy(async () => ({ default: (await import('./DriftPanel')).DriftPanel }));
