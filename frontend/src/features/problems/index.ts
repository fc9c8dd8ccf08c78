/** What is wrong with the drawing, and what can be done about it. */
import { lazyPart } from '@/ui';

export { ProblemsBadge } from './ProblemsBadge';
export const ProblemsPanel = lazyPart(async () => (await import('./ProblemsPanel')).ProblemsPanel);
export const WayFixes = lazyPart(async () => (await import('./WayFixes')).WayFixes);
