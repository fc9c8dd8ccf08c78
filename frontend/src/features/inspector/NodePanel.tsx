import { Copy, Trash2 } from 'lucide-react';
import { isNodeName, NODE_KINDS, ops, takenNames, type DocNode } from '@/doc';
import { KINDS, KindTile } from '@/elements';
import { CommitInput } from '@/features/form';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { Button, Field, Select } from '@/ui';
import { BehaviourFields } from './BehaviourFields';
import { ForEditors } from './ForEditors';
import { ENTRY_LISTS } from './entries';
import { EntriesSection } from './EntriesSection';
import { ExpectationsSection } from './ExpectationsSection';
import { Heading } from './Heading';
import { InterfacesSection } from './InterfacesSection';
import { MasqueradeField } from './MasqueradeField';
import { ProblemNotes } from './ProblemNotes';
import { RoutesSection } from './RoutesSection';
import { Section } from './Section';
import { SystemSection } from './SystemSection';

const KIND_OPTIONS = NODE_KINDS.map((kind) => ({ value: kind, label: KINDS[kind].label }));

export function NodePanel({ node }: { node: DocNode }) {
  const { doc } = useLab();
  const kind = KINDS[node.kind];
  return (
    <>
      <Heading icon={<KindTile kind={node.kind} />} title={node.name} kind={kind.label} />
      <ProblemNotes id={node.id} />
      <Section title={t('Node')}>
        <NameField node={node} />
        <Field label={t('Kind')}>
          {(ids) => (
            <Select
              {...ids}
              value={node.kind}
              options={KIND_OPTIONS}
              onValueChange={(chosen) => ops.changeKind(doc, node.id, chosen)}
            />
          )}
        </Field>
        <OwnFields node={node} />
      </Section>
      <InterfacesSection node={node} />
      {kind.fields.includes('routes') && <RoutesSection node={node} />}
      {ENTRY_LISTS.filter((list) => list.kinds.includes(node.kind)).map((list) => (
        <EntriesSection key={list.list} node={node} list={list} />
      ))}
      <SystemSection node={node} />
      <ExpectationsSection node={node} />
      <NodeActions node={node} />
    </>
  );
}

function NameField({ node }: { node: DocNode }) {
  const { doc } = useLab();
  const check = (name: string) => {
    if (!isNodeName(name)) return t('a to z first, then also digits and hyphens; up to 15 characters');
    const others = takenNames(doc.projection);
    return name !== node.name && others.has(name) ? t('another node is called {name}', { name }) : undefined;
  };
  return (
    <CommitInput
      label={t('Name')}
      value={node.name}
      mono
      maxLength={15}
      check={check}
      onCommit={(name) => ops.renameNode(doc, node.id, name)}
    />
  );
}

function checkHostname(name: string): string | undefined {
  const fits = name === '' || /^[a-z0-9]([a-z0-9.-]{0,62})$/i.test(name);
  return fits ? undefined : t('letters, digits, dots and hyphens; up to 63 characters');
}

function OwnFields({ node }: { node: DocNode }) {
  const { doc } = useLab();
  const { fields } = KINDS[node.kind];
  return (
    <>
      {fields.includes('hostname') && (
        <CommitInput
          label={t('Hostname')}
          value={node.hostname ?? ''}
          placeholder={node.name}
          mono
          maxLength={63}
          check={checkHostname}
          onCommit={(text) => ops.setNodeField(doc, node.id, 'hostname', text === '' ? undefined : text)}
        />
      )}
      <BehaviourFields nodes={[node]} />
      {fields.includes('masquerade') && <MasqueradeField node={node} />}
    </>
  );
}

function NodeActions({ node }: { node: DocNode }) {
  const { doc } = useLab();
  const select = useView((view) => view.select);
  const duplicate = () => {
    const part = ops.copyNodes(doc.projection, new Set([node.id]));
    select(ops.pasteNodes(doc, part, { x: 40, y: 40 }));
  };
  const remove = () => {
    ops.removeElements(doc, { nodes: [node.id] });
    select([]);
  };
  return (
    <ForEditors>
      <Section title={t('This node')}>
        <div style={{ display: 'flex', gap: 'var(--s2)' }}>
          <Button icon={<Copy size={14} />} onClick={duplicate}>
            {t('Duplicate')}
          </Button>
          <Button variant="danger" icon={<Trash2 size={14} />} onClick={remove}>
            {t('Remove')}
          </Button>
        </div>
      </Section>
    </ForEditors>
  );
}
