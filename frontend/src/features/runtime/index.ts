/** The lab as it runs now: its traffic, and a node's own tables. */
import { lazy } from 'react';

export { WhileRunning } from './WhileRunning';
export const RateFeed = lazy(async () => ({ default: (await import('./RateFeed')).RateFeed }));
export const ObservedPanel = lazy(async () => ({ default: (await import('./ObservedPanel')).ObservedPanel }));
