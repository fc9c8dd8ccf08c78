import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useProblems } from '@/state/problems';
import css from './ProblemNotes.module.css';

/** What the server found wrong with the element, above its fields. */
export function ProblemNotes({ id }: { id: string }) {
  const found = useProblems((problems) => problems.byElement.get(id));
  if (found === undefined) return null;
  const Icon = found.severity === 'error' ? CircleAlert : TriangleAlert;
  return (
    <ul className={css.notes} data-severity={found.severity}>
      {found.messages.map((message) => (
        <li key={message} className={css.note}>
          <Icon size={15} aria-hidden className={css.icon} />
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}
