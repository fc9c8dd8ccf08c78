/** Runs of the open lab: ordering them, following them, their log. */
export { RunBar } from './RunBar';
export { RunLog } from './RunLog';
export { useIsBusy, useOrders, type Orders } from './useOrders';
