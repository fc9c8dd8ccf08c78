import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useProblems, type PlacedProblem } from '@/state/problems';
import { useView } from '@/state/view';
import { EmptyState } from '@/ui';
import css from './ProblemsPanel.module.css';

/** Everything the server found wrong, each a way to its element. */
export function ProblemsPanel() {
  const problems = useProblems((state) => state.problems);
  if (problems.length === 0) {
    return (
      <EmptyState
        icon={<CircleCheck size={20} />}
        title="No problems"
        text="The drawing is checked each time it is saved; what is found stands here and at its element."
      />
    );
  }
  const sorted = [...problems].sort(
    (a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'),
  );
  return (
    <ul className={css.list}>
      {sorted.map((problem, index) => (
        <ProblemRow key={`${problem.code} ${problem.element} ${index}`} problem={problem} />
      ))}
    </ul>
  );
}

function ProblemRow({ problem }: { problem: PlacedProblem }) {
  const goTo = useView((state) => state.goTo);
  const isError = problem.severity === 'error';
  return (
    <li>
      <button type="button" className={css.row} onClick={() => goTo(problem.at)}>
        <span className={isError ? css.error : css.warning}>
          {isError ? <CircleAlert size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
          <span className="vw-sr-only">{isError ? 'Error' : 'Warning'}</span>
        </span>
        <span className={css.message}>{problem.message}</span>
        <code className={css.where}>{problem.element === '' ? 'whole lab' : problem.element}</code>
      </button>
    </li>
  );
}
