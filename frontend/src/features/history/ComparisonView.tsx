import { useEffect, useMemo, useRef, useState } from 'react';
import { ArrowRight, Check, TriangleAlert, X } from 'lucide-react';
import { errorText, useComparison, useVersions, type Change, type Comparison } from '@/api';
import { t } from '@/i18n';
import { compare, type Compared } from '@/state/view';
import { EmptyState, IconButton, Select } from '@/ui';
import { ChangeList } from './ChangeList';
import { ComparedFlow } from './ComparedFlow';
import { comparedDrawing, countKinds, nodeOf } from './comparedDrawing';
import css from './ComparisonView.module.css';
import { Counts } from './Counts';
import { useStoredRevision } from './useStoredRevision';
import { DRAWN, RUNNING, dayOf, timeOf, versionTitle } from './words';

/** Two drawings in one picture, and what lies between them beside it. */
export function ComparisonView({ compared }: { compared: Compared }) {
  const { id, revision } = useStoredRevision();
  const { data, error } = useComparison(id, compared.before, compared.after, revision);
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  useEscape();
  return (
    <section ref={section} tabIndex={-1} className={css.view} aria-label={t('Comparison')}>
      <header className={css.bar}>
        <Side label={t('Before')} which="before" compared={compared} />
        <ArrowRight size={16} aria-hidden />
        <Side label={t('After')} which="after" compared={compared} />
        <span className={css.counts} role="status">
          {data && <Counts counts={countKinds(data.changes)} />}
        </span>
        <IconButton
          label={t('Back to the drawing')}
          side="bottom"
          icon={<X size={17} />}
          onClick={() => compare(null)}
        />
      </header>
      {error !== null && (
        <EmptyState
          icon={<TriangleAlert size={20} aria-hidden />}
          title={t('They could not be compared')}
          text={errorText(error)}
        />
      )}
      {error === null && data && <Body comparison={data} />}
    </section>
  );
}

function useEscape(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) compare(null);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function Side({ label, which, compared }: { label: string; which: keyof Compared; compared: Compared }) {
  const { id } = useStoredRevision();
  const { data: versions = [] } = useVersions(id);
  const options = [
    { value: DRAWN, label: t('Drawn now') },
    { value: RUNNING, label: t('Running') },
    ...versions.map((one) => ({
      value: String(one.number),
      label: `${versionTitle(one)}, ${dayOf(one)} ${timeOf(one)}`,
    })),
  ];
  return (
    <Select
      aria-label={label}
      className={css.side}
      value={compared[which]}
      options={options}
      onValueChange={(value) => compare({ ...compared, [which]: value })}
    />
  );
}

function Body({ comparison }: { comparison: Comparison }) {
  const drawing = useMemo(() => comparedDrawing(comparison), [comparison]);
  const [pointed, setPointed] = useState<Change | null>(null);
  return (
    <div className={css.body}>
      <div className={css.canvas}>
        <ComparedFlow drawing={drawing} pointed={pointed && cardOf(pointed)} />
      </div>
      <div className={css.changes} role="region" tabIndex={0} aria-label={t('What lies between them')}>
        {comparison.changes.length === 0 ? (
          <EmptyState icon={<Check size={20} aria-hidden />} title={t('Both say the same')} />
        ) : (
          <ChangeList changes={comparison.changes} pointed={pointed} onPoint={setPointed} />
        )}
      </div>
    </div>
  );
}

/** What stands for a change on the canvas. */
function cardOf({ kind, element }: Change): string | null {
  const name = nodeOf(element);
  const isWhole = name === undefined || element === `nodes/${name}`;
  const id = name ?? (element.startsWith('links/') ? element : null);
  return id !== null && kind === 'removed' && isWhole ? `removed ${id}` : id;
}
