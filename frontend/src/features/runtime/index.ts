/** The lab as it runs now: its traffic, and a node's own tables. */
import { lazyPart } from '@/ui';

export { WhileRunning } from './WhileRunning';
export const RateFeed = lazyPart(async () => (await import('./RateFeed')).RateFeed, true);
export const ObservedPanel = lazyPart(async () => (await import('./ObservedPanel')).ObservedPanel);
