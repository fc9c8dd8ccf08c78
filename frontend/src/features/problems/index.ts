export { ProblemsBadge } from './ProblemsBadge';
export { ProblemsPanel } from './ProblemsPanel';
