import { useEffect, useRef } from 'react';
import { ArrowRight, X } from 'lucide-react';
import { ops, refText, type DocExpectation, type Outcome } from '@/doc';
import { CommitInput } from '@/features/form';
import { t } from '@/i18n';
import { isAddress, isProbe } from '@/lib/addresses';
import { cx } from '@/lib/cx';
import { useLab, useTopology } from '@/state/lab';
import { useProblems } from '@/state/problems';
import { useView } from '@/state/view';
import { IconButton, Select } from '@/ui';
import { ForEditors } from './ForEditors';
import css from './ExpectationsSection.module.css';

const OUTCOMES: readonly { value: Outcome; label: string }[] = [
  { value: 'reached', label: t('✓ must reach') },
  { value: 'blocked', label: t('✕ must not reach') },
];

/** One sentence: from, must or must not reach, to, by which probe. */
export function ExpectationRow({ expectation, number }: { expectation: DocExpectation; number: number }) {
  const { doc } = useLab();
  const { id, from, to, probe, outcome } = expectation;
  const fromText = useTopology((projection) => refText(projection, from) ?? '');
  const toText = useTopology((projection) => refText(projection, to) ?? '');
  const hasProblem = useProblems((problems) => problems.byElement.has(id));
  const row = useRef<HTMLLIElement>(null);
  const pointed = useView((view) => view.part?.type === 'expectation' && view.part.expectation === id);
  useEffect(() => {
    if (pointed) row.current?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  const set = (fields: Parameters<typeof ops.setExpectation>[2]) => ops.setExpectation(doc, id, fields);
  const parse = (text: string) => ops.parseRef(doc.projection, text);
  const checkNode = (text: string) =>
    'text' in parse(text) ? t('a node of this lab, or node:interface') : undefined;
  const checkTarget = (text: string) =>
    'text' in parse(text) && !isAddress(text) ? t('a node, node:interface, or an address') : undefined;
  return (
    <li ref={row} className={cx(css.row, pointed && css.pointed, hasProblem && css.bad)}>
      <CommitInput
        bare
        label={t('Expectation {number}: from', { number })}
        value={fromText}
        placeholder={t('from')}
        mono
        check={checkNode}
        onCommit={(text) => set({ from: parse(text) })}
      />
      <ArrowRight size={13} className={css.towards} aria-hidden />
      <CommitInput
        bare
        label={t('Expectation {number}: to', { number })}
        value={toText}
        placeholder={t('to')}
        mono
        check={checkTarget}
        onCommit={(text) => set({ to: parse(text) })}
      />
      <ForEditors>
        <IconButton
          label={t('Remove expectation {number}', { number })}
          size="s"
          side="left"
          icon={<X size={15} />}
          onClick={() => ops.removeExpectation(doc, id)}
        />
      </ForEditors>
      <div className={css.last}>
        <Select
          aria-label={t('Expectation {number}: outcome', { number })}
          value={outcome}
          options={OUTCOMES}
          onValueChange={(chosen) => set({ outcome: chosen })}
        />
        <CommitInput
          bare
          label={t('Expectation {number}: probe', { number })}
          value={probe}
          placeholder="ping"
          mono
          check={(text) => (isProbe(text) ? undefined : t('ping, tcp/PORT or udp/PORT'))}
          onCommit={(text) => set({ probe: text })}
        />
      </div>
    </li>
  );
}
