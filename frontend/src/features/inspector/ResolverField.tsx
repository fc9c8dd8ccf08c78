import type { DocNode } from '@/doc';
import { CommitInput, splitList } from '@/features/form';
import { t } from '@/i18n';
import { isAddress } from '@/lib/addresses';
import { common, MIXED } from './common';
import { useSetNodes } from './useNodesField';

function serversOf({ fields }: DocNode): string {
  return ((fields.resolver ?? []) as string[]).join(', ');
}

/** Whom a node, or each of several, asks for names. */
export function ResolverField({ nodes }: { nodes: readonly DocNode[] }) {
  const set = useSetNodes(nodes);
  const servers = common(nodes.map(serversOf)) ?? '';
  return (
    <CommitInput
      label={t('Name servers')}
      value={servers === MIXED ? '' : servers}
      placeholder={servers === MIXED ? t('mixed') : t('none')}
      mono
      check={(text) => {
        const wrong = splitList(text).find((one) => !isAddress(one));
        return wrong === undefined ? undefined : t('{wrong}: an address such as 10.0.0.1', { wrong });
      }}
      onCommit={(text) => set('resolver', () => (text === '' ? undefined : splitList(text)))}
    />
  );
}
