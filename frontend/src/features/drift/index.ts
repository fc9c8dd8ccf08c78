/** What somebody changed by hand in a lab that runs. */
import { lazyPart } from '@/ui';

export { DriftBadge } from './DriftBadge';
export { DriftFeed } from './DriftFeed';
export const DriftPanel = lazyPart(async () => (await import('./DriftPanel')).DriftPanel);
