import { Check, LoaderCircle, X } from 'lucide-react';
import { elementAt } from '@/doc';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import type { Plan, RunState } from '@/state/runState';
import { useView } from '@/state/view';
import { useVirtualRows } from '@/ui';
import css from './PlanPanel.module.css';
import { stepState, type StepState, type Wording } from './planText';

const ROW_PX = 30;

/** The steps one below the other; each leads to its element on the canvas. */
export function Operations({
  run,
  plan,
  rows,
  wording,
}: {
  run: RunState;
  plan: Plan;
  rows: readonly number[];
  wording: Wording;
}) {
  const { measure, onScroll, first, end, before_px, after_px } = useVirtualRows(rows.length, ROW_PX);
  if (rows.length === 0) return <p className={css.none}>{t('No operation speaks of that.')}</p>;
  return (
    <div
      ref={measure}
      className={css.scroller}
      onScroll={onScroll}
      tabIndex={0}
      role="region"
      aria-label={t('Operations')}
    >
      <ol
        className={css.list}
        style={{ paddingTop: before_px, paddingBottom: after_px }}
        data-wording={wording}
      >
        {rows.slice(first, end).map((number) => (
          <Operation key={number} run={run} plan={plan} number={number} wording={wording} />
        ))}
      </ol>
    </div>
  );
}

function Operation({
  run,
  plan,
  number,
  wording,
}: {
  run: RunState;
  plan: Plan;
  number: number;
  wording: Wording;
}) {
  const { doc } = useLab();
  const goTo = useView((view) => view.goTo);
  const operation = plan.operations[number];
  if (operation === undefined) return null;
  const { text, commands, element } = operation;
  const state = stepState(run, number);
  const line = wording === 'words' ? text : commands.join(' ; ');
  return (
    <li className={css.row} data-state={state}>
      <span className={css.number}>{number + 1}</span>
      <StepMark state={state} />
      <span className={wording === 'words' ? css.text : css.command} title={line}>
        {line}
      </span>
      {element !== '' && (
        <button
          type="button"
          className={css.element}
          onClick={() => goTo(elementAt(doc.projectionAt(run.run.revision), element))}
        >
          {element}
        </button>
      )}
    </li>
  );
}

function StepMark({ state }: { state: StepState }) {
  if (state === 'done') return <Check size={14} className={css.done} aria-label={t('done')} />;
  if (state === 'refused') return <X size={14} className={css.refused} aria-label={t('refused')} />;
  if (state === 'running')
    return <LoaderCircle size={14} className={css.turning} aria-label={t('under way')} />;
  return <span className={css.dot} />;
}
