import { useTopologySchema } from '@/api';
import { ops, type DocNode } from '@/doc';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { Checkbox, Field, Select } from '@/ui';

type Filtering = 'automatic' | 'on' | 'off';

const FILTERING: readonly { value: Filtering; label: string }[] = [
  { value: 'automatic', label: t('As soon as a port is in one') },
  { value: 'on', label: t('Kept apart') },
  { value: 'off', label: t('Not looked at') },
];

/** How a switch deals with loops and with VLANs. */
export function SwitchFields({ node }: { node: DocNode }) {
  const { doc } = useLab();
  const known = useTopologySchema().data?.$defs?.Node?.properties ?? {};
  const filtering = node.vlan_filtering === undefined ? 'automatic' : node.vlan_filtering ? 'on' : 'off';
  const hasVlans = node.vlan_filtering ?? node.interfaces.some((port) => port.vlan ?? port.trunk);
  return (
    <>
      <Checkbox
        label={t('Spanning tree (STP)')}
        hint={t('Finds loops and blocks them; ports open later')}
        checked={node.stp ?? false}
        onCheckedChange={(on) => ops.setNodeField(doc, node.id, 'stp', on || undefined)}
      />
      {'loop' in known && (node.loop === 'allowed' || !node.stp) && (
        <Checkbox
          label={t('Loops allowed')}
          hint={t('Without spanning tree, frames in a loop circle for ever: to see just that')}
          checked={node.loop === 'allowed'}
          onCheckedChange={(on) => ops.setNodeField(doc, node.id, 'loop', on ? 'allowed' : undefined)}
        />
      )}
      {'vlan_filtering' in known && (
        <Field label="VLANs">
          {(ids) => (
            <Select
              {...ids}
              value={filtering}
              options={FILTERING}
              onValueChange={(chosen) =>
                ops.setNodeField(
                  doc,
                  node.id,
                  'vlan_filtering',
                  chosen === 'automatic' ? undefined : chosen === 'on',
                )
              }
            />
          )}
        </Field>
      )}
      {'vlan_protocol' in known && hasVlans && (
        <Checkbox
          label={t('Provider tags (802.1ad)')}
          hint={t('Tags go around those of the customers: QinQ')}
          checked={node.vlan_protocol === '802.1ad'}
          onCheckedChange={(on) =>
            ops.setNodeField(doc, node.id, 'vlan_protocol', on ? '802.1ad' : undefined)
          }
        />
      )}
    </>
  );
}
