import { useMemo, useState } from 'react';
import { CircleCheck, Copy, ListChecks } from 'lucide-react';
import { t, tn } from '@/i18n';
import { copyText } from '@/lib/clipboard';
import { useIsBusy, useOrders } from '@/features/run';
import { useRun } from '@/state/run';
import type { Plan, RunState } from '@/state/runState';
import { Button, EmptyState, Panel, PanelHeadline, PanelToolbar, SearchField, Segmented, toast } from '@/ui';
import { Operations } from './Operations';
import { commandsText, matchingOperations, type Wording } from './planText';

/** What the newest plan, apply or destroy does, in words or as commands. */
export function PlanPanel() {
  const run = useRun((runs) => runs.change);
  if (run?.plan == null) return <NoPlan />;
  if (run.plan.total === 0) return <NothingToDo run={run} />;
  return <PlanList run={run} plan={run.plan} />;
}

function NoPlan() {
  const orders = useOrders();
  const busy = useIsBusy();
  return (
    <EmptyState
      icon={<ListChecks size={20} aria-hidden />}
      title={t('What would apply do?')}
      text={t(
        'The plan compares the drawing with what runs on the host and lists each step, as words and as the command that does the same.',
      )}
      action={
        <Button busy={busy} onClick={orders.plan}>
          {t('Plan')}
        </Button>
      }
    />
  );
}

function NothingToDo({ run }: { run: RunState }) {
  const orders = useOrders();
  const text =
    run.run.kind === 'destroy'
      ? t('Nothing of this lab was running.')
      : t('The host runs this lab as it is drawn.');
  return (
    <EmptyState
      icon={<CircleCheck size={20} aria-hidden />}
      title={t('Nothing to do')}
      text={text}
      action={<Button onClick={orders.plan}>{t('Plan again')}</Button>}
    />
  );
}

const WORDINGS: readonly { value: Wording; label: string }[] = [
  { value: 'words', label: t('Words') },
  { value: 'commands', label: t('Commands') },
];

function headline(kind: RunState['run']['kind'], total: number): string {
  if (kind === 'plan') return tn(total, '{count} operation by an apply', '{count} operations by an apply');
  if (kind === 'destroy')
    return tn(total, '{count} operation of the destroy', '{count} operations of the destroy');
  return tn(total, '{count} operation of the apply', '{count} operations of the apply');
}

function PlanList({ run, plan }: { run: RunState; plan: Plan }) {
  const [wording, setWording] = useState<Wording>('words');
  const [query, setQuery] = useState('');
  const rows = useMemo(() => matchingOperations(plan.operations, query), [plan.operations, query]);
  const onCopy = async () => {
    await copyText(commandsText(plan.operations));
    toast({ tone: 'ok', title: t('The commands are on the clipboard') });
  };
  const left = plan.total - plan.operations.length;
  return (
    <Panel>
      <PanelToolbar>
        <PanelHeadline>
          <strong>{headline(run.run.kind, plan.total)}</strong>
          {left > 0 && (
            <span> · {t('the first {number} are listed', { number: plan.operations.length })}</span>
          )}
        </PanelHeadline>
        <SearchField
          label={t('Filter operations')}
          placeholder={t('Filter')}
          size="s"
          value={query}
          onValueChange={setQuery}
        />
        <Segmented label={t('Show as')} value={wording} choices={WORDINGS} onValueChange={setWording} />
        <Button size="s" icon={<Copy size={14} aria-hidden />} onClick={() => void onCopy()}>
          {t('Copy commands')}
        </Button>
      </PanelToolbar>
      <Operations run={run} plan={plan} rows={rows} wording={wording} />
    </Panel>
  );
}
