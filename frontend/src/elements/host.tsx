import { t, tn } from '@/i18n';
import { Glyph } from './Glyph';
import type { IconProps, KindElement } from './kind';

function Icon({ size }: IconProps) {
  return (
    <Glyph size={size}>
      <rect x="3" y="4" width="18" height="12.5" rx="2.4" />
      <path d="M8.5 20.5h7M12 16.5v4" />
    </Glyph>
  );
}

export const host: KindElement = {
  kind: 'host',
  label: t('Host'),
  addLabel: t('Add a host'),
  blurb: t('A computer in a network namespace of its own'),
  Icon,
  fields: ['hostname', 'routes', 'forwarding', 'masquerade'],
  automaticAddresses: true,
  forwards: false,
  summary: (node) =>
    node.interfaces.length === 0
      ? t('not linked')
      : tn(node.interfaces.length, '{count} interface', '{count} interfaces'),
};
