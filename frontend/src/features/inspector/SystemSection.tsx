import { useTopologySchema } from '@/api';
import { ops, type DocNode } from '@/doc';
import { CommitText } from '@/features/form';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { useProblems } from '@/state/problems';
import { useView } from '@/state/view';
import css from './EntriesSection.module.css';
import { FoldedSection } from './FoldedSection';
import { ResolverField } from './ResolverField';

const SETTING = /^([a-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*)\s*[=:\s]\s*(-?\d+(?:\s+-?\d+)*)$/i;

/** Settings of the node's own kernel, its name servers, and nftables rules as text. */
export function SystemSection({ node }: { node: DocNode }) {
  const known = useTopologySchema().data?.$defs?.Node?.properties ?? {};
  const fields = ['sysctls', 'resolver', 'ruleset'].filter((field) => field in known);
  const part = useView((view) => view.part);
  const pointed = part?.type === 'setting' && part.node === node.id;
  if (fields.length === 0) return null;
  const count = fields.filter((field) => node.fields[field] !== undefined).length;
  return (
    <FoldedSection key={pointed ? 'pointed' : 'own'} title={t('System')} count={count} pointed={pointed}>
      <SettingProblems node={node} />
      {fields.includes('resolver') && <ResolverField nodes={[node]} />}
      {fields.includes('sysctls') && <SysctlsField node={node} />}
      {fields.includes('ruleset') && <RulesetField node={node} />}
    </FoldedSection>
  );
}

/** What is wrong with the settings, above them. */
function SettingProblems({ node }: { node: DocNode }) {
  const problems = useProblems((state) => state.problems);
  return problems
    .filter(({ at }) => at.type === 'setting' && at.node === node.id)
    .map(({ text }) => (
      <p key={text} className={css.problem}>
        {text}
      </p>
    ));
}

function SysctlsField({ node }: { node: DocNode }) {
  const { doc } = useLab();
  const settings = (node.fields.sysctls ?? {}) as Record<string, number | string>;
  const text = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const lines = (typed: string) => typed.split('\n').filter((line) => line.trim() !== '');
  return (
    <CommitText
      mono
      label={t('Kernel settings')}
      hint={t('One a line, such as net.ipv4.conf.all.rp_filter = 0')}
      value={text.join('\n')}
      rows={Math.max(text.length + 1, 2)}
      check={(typed) => {
        const wrong = lines(typed).find((line) => !SETTING.test(line.trim()));
        return wrong === undefined ? undefined : t('{wrong}: a name and a number', { wrong });
      }}
      onCommit={(typed) => {
        const entries = lines(typed).map((line) => {
          const [, name = '', value = ''] = SETTING.exec(line.trim()) ?? [];
          return [name, /^-?\d+$/.test(value) ? Number(value) : value] as const;
        });
        ops.setNodeField(
          doc,
          node.id,
          'sysctls',
          entries.length > 0 ? Object.fromEntries(entries) : undefined,
        );
      }}
    />
  );
}

function RulesetField({ node }: { node: DocNode }) {
  const { doc } = useLab();
  return (
    <CommitText
      mono
      label={t('nftables rules as text')}
      hint={t("Tables of the node's own, as nft -f takes them")}
      value={(node.fields.ruleset as string | undefined) ?? ''}
      rows={node.fields.ruleset === undefined ? 2 : 10}
      onCommit={(text) =>
        ops.setNodeField(doc, node.id, 'ruleset', text.trim() === '' ? undefined : `${text.trimEnd()}\n`)
      }
    />
  );
}
