/** Runs of the open lab: ordering them, following them, their log. */
import { lazy } from 'react';

export { liveCommands } from './liveCommands';
export { followOrder } from './orders';
export { RunBar } from './RunBar';
export { useLabState } from './useLabState';
export { useIsBusy, useOrders, type Orders } from './useOrders';
export const RunLog = lazy(async () => ({ default: (await import('./RunLog')).RunLog }));
