/** What is wrong with the drawing, and what can be done about it. */
import { lazy } from 'react';

export { ProblemsBadge } from './ProblemsBadge';
export const ProblemsPanel = lazy(async () => ({ default: (await import('./ProblemsPanel')).ProblemsPanel }));
export const WayFixes = lazy(async () => ({ default: (await import('./WayFixes')).WayFixes }));
