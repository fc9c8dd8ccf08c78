import { t, tn } from '@/i18n';
import { Glyph } from './Glyph';
import type { IconProps, KindElement } from './kind';

function Icon({ size }: IconProps) {
  return (
    <Glyph size={size}>
      <circle cx="12" cy="12" r="9.2" />
      <path d="M12 6v4M10.4 7.6 12 6l1.6 1.6M12 18v-4M10.4 16.4 12 18l1.6-1.6" />
      <path d="M5.8 12h3.6M7.8 10.4 9.4 12l-1.6 1.6M18.2 12h-3.6M16.2 10.4 14.6 12l1.6 1.6" />
    </Glyph>
  );
}

export const router: KindElement = {
  kind: 'router',
  label: t('Router'),
  addLabel: t('Add a router'),
  blurb: t('Forwards packets between its networks'),
  Icon,
  fields: ['hostname', 'routes', 'forwarding', 'masquerade'],
  automaticAddresses: true,
  forwards: true,
  summary: (node) =>
    node.interfaces.length === 0
      ? t('not linked')
      : tn(node.interfaces.length, '{count} interface', '{count} interfaces'),
};
