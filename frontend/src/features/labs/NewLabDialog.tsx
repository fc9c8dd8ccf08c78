import { CircleAlert } from 'lucide-react';
import { errorText } from '@/api';
import { Starters } from '@/features/gallery';
import { said, t } from '@/i18n';
import { Dialog } from '@/ui';
import css from './NewLabDialog.module.css';
import type { NewLab } from './useNewLab';

export function NewLabDialog({
  open,
  newLab,
  onOpenChange,
}: {
  open: boolean;
  newLab: NewLab;
  onOpenChange: (open: boolean) => void;
}) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('New lab')}
      description={t('Start from nothing, or from a lab that already works and can be taken apart.')}
      width="58rem"
    >
      <NewLabError newLab={newLab} />
      <Starters pending={newLab.pending} onStart={newLab.start} />
    </Dialog>
  );
}

/** Why no lab was made; the lines of a file that were wrong, where there are any. */
export function NewLabError({ newLab: { error } }: { newLab: NewLab }) {
  if (error === null) return null;
  return (
    <div className={css.error} role="alert">
      <CircleAlert size={16} aria-hidden />
      <div>
        <p>{error.problems.length > 0 ? t('The file was not taken:') : errorText(error)}</p>
        <ul>
          {error.problems.map((problem, index) => (
            <li key={index}>
              {problem.line != null && <strong>{t('Line {line}:', { line: problem.line })} </strong>}
              {said(problem.message, problem)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
