import { useTopologySchema } from '@/api';
import { linkedInterfaces, ops, type DeviceJson, type DocInterface, type DocNode } from '@/doc';
import { kindsOf, SchemaFields } from '@/features/form';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { Field, Select } from '@/ui';

const LABELS: Readonly<Record<string, string>> = {
  vlan: t('VLAN interface'),
  bond: t('Bond of several cables'),
  vrf: t('VRF: a routing table of its own'),
  vxlan: t('VXLAN tunnel'),
  gre: t('GRE tunnel'),
  ipip: t('IP-in-IP tunnel'),
  sit: 'IPv6-in-IPv4 tunnel (SIT)',
  macvlan: t('macvlan: a second MAC address'),
  dummy: t('Dummy: an address that is always there'),
  wireguard: t('WireGuard tunnel'),
};

/** What kind of interface the node makes by itself, where it is not the end of a cable. */
export function DeviceFields({ node, port }: { node: DocNode; port: DocInterface }) {
  const { doc } = useLab();
  const { data: root } = useTopologySchema();
  const linked = useTopology((projection) => linkedInterfaces(projection.links.values()).has(port.id));
  const union = root?.$defs?.Interface?.properties?.device;
  if (root === undefined || union === undefined || (linked && port.device === undefined)) return null;
  const kinds = kindsOf(root, union);
  const kind = port.device?.kind ?? '';
  const set = (device: DeviceJson | undefined) =>
    ops.setInterfaceField(doc, node.id, port.id, 'device', device);
  const options = [...kinds.keys()].map((value) => ({ value, label: LABELS[value] ?? value }));
  const schema = kinds.get(kind);
  return (
    <>
      <Field label={t('Kind of interface')} hint={schema?.description}>
        {(ids) => (
          <Select
            {...ids}
            value={kind}
            options={[{ value: '', label: t("A cable's end") }, ...options]}
            onValueChange={(chosen) => set(chosen === '' ? undefined : { kind: chosen })}
          />
        )}
      </Field>
      {schema && port.device && (
        <SchemaFields
          root={root}
          schema={schema}
          value={port.device}
          node={{ ...node, interfaces: node.interfaces.filter((one) => one.id !== port.id) }}
          onChange={(value) => set({ ...value, kind })}
        />
      )}
    </>
  );
}
