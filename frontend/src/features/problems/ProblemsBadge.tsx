import { useProblems } from '@/state/problems';
import { Badge } from '@/ui';

/** How many problems there are, for the tab; nothing when there is none. */
export function ProblemsBadge() {
  const problems = useProblems((state) => state.problems);
  if (problems.length === 0) return null;
  const hasError = problems.some((one) => one.severity === 'error');
  return <Badge tone={hasError ? 'bad' : 'warn'}>{problems.length}</Badge>;
}
