import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Fix } from '@/api';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import type { PlacedProblem } from '@/state/problems';
import { useView } from '@/state/view';
import { FixButtons } from './FixButtons';
import { makeFix, renameDoubles } from './makeFix';
import css from './ProblemsPanel.module.css';

/** One problem: a way to its element, and what can be done about it at once. */
export function ProblemRow({
  problem,
  fixes,
  revision,
}: {
  problem: PlacedProblem;
  fixes: readonly Fix[];
  revision: number;
}) {
  const lab = useLab();
  const goTo = useView((state) => state.goTo);
  const isDouble = problem.code === 'double-name';
  const offered = isDouble ? [{ title: t('Rename all but one'), edits: [] }] : fixes;
  return (
    <li className={css.row}>
      <button type="button" className={css.problem} onClick={() => goTo(problem.at)}>
        <SeverityMark severity={problem.severity} />
        <span className={css.message}>{problem.text}</span>
      </button>
      {lab.canEdit && (
        <FixButtons
          fixes={offered}
          onFix={(fix) => (isDouble ? renameDoubles(lab, problem.element) : makeFix(lab, fix, revision))}
        />
      )}
    </li>
  );
}

function SeverityMark({ severity }: Pick<PlacedProblem, 'severity'>) {
  const isError = severity === 'error';
  return (
    <span className={isError ? css.error : css.warning}>
      {isError ? <CircleAlert size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
      <span className="vw-sr-only">{isError ? t('Error') : t('Warning')}</span>
    </span>
  );
}
