import { useTopologySchema } from '@/api';
import type { DocNode } from '@/doc';
import { t } from '@/i18n';
import { Checkbox } from '@/ui';
import { common } from './common';
import { CommonSelect } from './CommonSelect';
import { checkedFor, useSetNodes } from './useNodesField';

type Filtering = 'automatic' | 'on' | 'off';

const FILTERING: readonly { value: Filtering; label: string }[] = [
  { value: 'automatic', label: t('As soon as a port is in one') },
  { value: 'on', label: t('Kept apart') },
  { value: 'off', label: t('Not looked at') },
];

function filteringOf({ vlan_filtering: said }: DocNode): Filtering {
  return said === undefined ? 'automatic' : said ? 'on' : 'off';
}

function hasVlans({ vlan_filtering: said, interfaces }: DocNode): boolean {
  return said ?? interfaces.some((port) => (port.vlan ?? port.trunk) !== undefined);
}

/** How a switch, or each of several, deals with loops and with VLANs. */
export function SwitchFields({ nodes }: { nodes: readonly DocNode[] }) {
  const set = useSetNodes(nodes);
  const known = useTopologySchema().data?.$defs?.Node?.properties ?? {};
  return (
    <>
      <Checkbox
        label={t('Spanning tree (STP)')}
        hint={t('Finds loops and blocks them; ports open later')}
        {...checkedFor(nodes, (node) => node.stp ?? false)}
        onCheckedChange={(on) => set('stp', () => on || undefined)}
      />
      {'loop' in known && nodes.some((node) => node.loop === 'allowed' || !node.stp) && (
        <Checkbox
          label={t('Loops allowed')}
          hint={t('Without spanning tree, frames in a loop circle for ever: to see just that')}
          {...checkedFor(nodes, (node) => node.loop === 'allowed')}
          onCheckedChange={(on) => set('loop', () => (on ? 'allowed' : undefined))}
        />
      )}
      {'vlan_filtering' in known && (
        <CommonSelect
          label="VLANs"
          value={common(nodes.map(filteringOf))}
          options={FILTERING}
          onValueChange={(chosen) =>
            set('vlan_filtering', () => (chosen === 'automatic' ? undefined : chosen === 'on'))
          }
        />
      )}
      {'vlan_protocol' in known && nodes.every(hasVlans) && (
        <Checkbox
          label={t('Provider tags (802.1ad)')}
          hint={t('Tags go around those of the customers: QinQ')}
          {...checkedFor(nodes, (node) => node.vlan_protocol === '802.1ad')}
          onCheckedChange={(on) => set('vlan_protocol', () => (on ? '802.1ad' : undefined))}
        />
      )}
    </>
  );
}
