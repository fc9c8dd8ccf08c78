import { useMemo } from 'react';
import { Plus } from 'lucide-react';
import { ops, type DocExpectation, type DocNode } from '@/doc';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { IconButton } from '@/ui';
import { ExpectationRow } from './ExpectationRow';
import css from './ExpectationsSection.module.css';
import { ForEditors } from './ForEditors';
import { Section } from './Section';

/** What must and must not get through: of one node, or of the whole lab. */
export function ExpectationsSection({ node }: { node?: DocNode }) {
  const { doc } = useLab();
  const all = useTopology((projection) => projection.expectations);
  const nodes = useTopology((projection) => projection.nodes);
  const shown = useMemo(
    () => [...all.values()].filter((one) => !node || concerns(one, node.id)),
    [all, node],
  );
  const hosts = [...nodes.values()].filter((one) => one.kind !== 'switch');
  const from = node && node.kind !== 'switch' ? node : hosts[0];
  const to = hosts.find((one) => one.id !== from?.id);
  const add = () => {
    if (from && to)
      ops.addExpectation(doc, {
        from: { node: from.id },
        to: { node: to.id },
        probe: 'ping',
        outcome: 'reached',
      });
  };
  return (
    <Section
      title={t('Expectations')}
      action={
        <ForEditors>
          <IconButton
            data-tour="expect"
            label={t('Add an expectation')}
            size="s"
            side="left"
            icon={<Plus size={16} />}
            disabled={!from || !to}
            onClick={add}
          />
        </ForEditors>
      }
    >
      {shown.length === 0 && (
        <p className={css.none}>
          {t('Say who must reach whom, and who must not: the matrix then shows what came true.')}
        </p>
      )}
      <ul className={css.list}>
        {shown.map((one, index) => (
          <ExpectationRow key={one.id} expectation={one} number={index + 1} />
        ))}
      </ul>
    </Section>
  );
}

function concerns({ from, to }: DocExpectation, node: string): boolean {
  return [from, to].some((ref) => 'node' in ref && ref.node === node);
}
