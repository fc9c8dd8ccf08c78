/** Runs of the open lab: ordering them, following them, their log. */
import { lazyPart } from '@/ui';

export { liveCommands } from './liveCommands';
export { followOrder } from './orders';
export { RunBar } from './RunBar';
export { useLabState } from './useLabState';
export { useIsBusy, useOrders, type Orders } from './useOrders';
export const RunLog = lazyPart(async () => (await import('./RunLog')).RunLog);
