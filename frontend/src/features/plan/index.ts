/** What will be done, or was. */
export { PlanPanel } from './PlanPanel';
