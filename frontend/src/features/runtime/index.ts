/** The lab as it runs now: its traffic, and a node's own tables. */
import { lazy } from 'react';

export { RateFeed } from './RateFeed';
export const ObservedPanel = lazy(async () => ({ default: (await import('./ObservedPanel')).ObservedPanel }));
