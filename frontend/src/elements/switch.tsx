import { isBridgeDevice } from '@/doc';
import { t, tn } from '@/i18n';
import { Glyph } from './Glyph';
import type { IconProps, KindElement } from './kind';

function Icon({ size }: IconProps) {
  return (
    <Glyph size={size}>
      <rect x="2.8" y="4.5" width="18.4" height="15" rx="2.8" />
      <path d="M7 10h10M14.6 7.7 17 10l-2.4 2.3M17 14.6H7M9.4 12.5 7 14.6l2.4 2.1" />
    </Glyph>
  );
}

export const switchKind: KindElement = {
  kind: 'switch',
  label: t('Switch'),
  addLabel: t('Add a switch'),
  blurb: t('A Linux bridge: joins its ports to one network'),
  Icon,
  fields: ['hostname', 'stp', 'at', 'masquerade', 'routes', 'forwarding'],
  automaticAddresses: false,
  forwards: false,
  summary: (node) => {
    const ports = node.interfaces.filter((port) => !isBridgeDevice(node, port.name)).length;
    return node.at === 'host-namespace'
      ? tn(ports, '{count} port, on the host', '{count} ports, on the host')
      : tn(ports, '{count} port', '{count} ports');
  },
};
