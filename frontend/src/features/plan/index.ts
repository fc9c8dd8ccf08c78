/** What will be done, or was. */
import { lazy } from 'react';

export const PlanPanel = lazy(async () => ({ default: (await import('./PlanPanel')).PlanPanel }));
