/** What will be done, or was. */
import { lazyPart } from '@/ui';

export const PlanPanel = lazyPart(async () => (await import('./PlanPanel')).PlanPanel);
