import type { DocNode, NodeField } from '@/doc';
import { KINDS } from '@/elements';
import { t } from '@/i18n';
import { Checkbox } from '@/ui';
import { SwitchFields } from './SwitchFields';
import { checkedFor, useSetNodes } from './useNodesField';

/** What a node does with packets; for several, what all of their kinds have. */
export function BehaviourFields({ nodes }: { nodes: readonly DocNode[] }) {
  const set = useSetNodes(nodes);
  const all = (field: NodeField) => nodes.every(({ kind }) => KINDS[kind].fields.includes(field));
  const usual = ({ kind }: DocNode) => KINDS[kind].forwards;
  return (
    <>
      {all('forwarding') && (
        <Checkbox
          label={t('Forwards packets')}
          hint={t('Passes on what is not for itself')}
          {...checkedFor(nodes, (node) => node.forwarding ?? usual(node))}
          onCheckedChange={(on) => set('forwarding', (node) => (on === usual(node) ? undefined : on))}
        />
      )}
      {all('stp') && <SwitchFields nodes={nodes} />}
      {all('at') && (
        <Checkbox
          label={t('On the host itself')}
          hint={t("The bridge stands in the host's own namespace, where the server allows it")}
          {...checkedFor(nodes, (node) => node.at === 'host-namespace')}
          onCheckedChange={(on) => set('at', () => (on ? 'host-namespace' : undefined))}
        />
      )}
    </>
  );
}
