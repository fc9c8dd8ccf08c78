import { CircleDot, Plus } from 'lucide-react';
import { isBridgeDevice, linkedInterfaces, type LinkStart } from '@/doc';
import { t } from '@/i18n';
import { useTopology } from '@/state/lab';
import { MenuItem, MenuLabel } from '@/ui';

const ICON = 15;

/** The interfaces of a node that wait for a cable, and a new one. */
export function PortsMenu({ node: id, plug }: { node: string; plug: (start: LinkStart) => void }) {
  const node = useTopology((projection) => projection.nodes.get(id));
  const links = useTopology((projection) => projection.links);
  if (node === undefined) return null;
  const linked = linkedInterfaces(links.values());
  const free = node.interfaces.filter(
    (port) => port.name !== 'lo' && !port.device && !linked.has(port.id) && !isBridgeDevice(node, port.name),
  );
  return (
    <>
      <MenuLabel>{t('Interfaces of {name}', { name: node.name })}</MenuLabel>
      {free.map((port) => (
        <MenuItem
          key={port.id}
          icon={<CircleDot size={ICON} />}
          onSelect={() => plug({ node: id, interface: port.id })}
        >
          {port.name}
        </MenuItem>
      ))}
      <MenuItem icon={<Plus size={ICON} />} onSelect={() => plug({ node: id, fresh: true })}>
        {t('A new interface')}
      </MenuItem>
    </>
  );
}
