import { NODE_KINDS, ops, type DocNode } from '@/doc';
import { KINDS } from '@/elements';
import { t, tn } from '@/i18n';
import { useLab } from '@/state/lab';
import { BehaviourFields } from './BehaviourFields';
import { common } from './common';
import { CommonSelect } from './CommonSelect';
import { MtuField, UpField } from './PortsFields';
import { ResolverField } from './ResolverField';
import { Section } from './Section';

const KIND_OPTIONS = NODE_KINDS.map((kind) => ({ value: kind, label: KINDS[kind].label }));

/** What all of several nodes have, and of their interfaces. */
export function ManyNodes({ nodes }: { nodes: readonly DocNode[] }) {
  const { doc } = useLab();
  const ports = nodes.flatMap((node) =>
    node.interfaces.filter(({ name }) => name !== 'lo').map((port) => ({ node, port })),
  );
  return (
    <>
      <Section title={tn(nodes.length, '{count} node', '{count} nodes')}>
        <CommonSelect
          label={t('Kind')}
          value={common(nodes.map(({ kind }) => kind))}
          options={KIND_OPTIONS}
          onValueChange={(kind) =>
            doc.edit(() => {
              for (const { id } of nodes) ops.changeKind(doc, id, kind);
            })
          }
        />
        <BehaviourFields nodes={nodes} />
        <ResolverField nodes={nodes} />
      </Section>
      {ports.length > 0 && (
        <Section title={tn(ports.length, 'Their {count} interface', 'Their {count} interfaces')}>
          <MtuField ports={ports} />
          <UpField ports={ports} />
        </Section>
      )}
    </>
  );
}
