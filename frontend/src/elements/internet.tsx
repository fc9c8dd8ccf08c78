import { t } from '@/i18n';
import { Glyph } from './Glyph';
import type { IconProps, KindElement } from './kind';

function Icon({ size }: IconProps) {
  return (
    <Glyph size={size}>
      <circle cx="12" cy="12" r="9.2" />
      <path d="M2.8 12h18.4" />
      <ellipse cx="12" cy="12" rx="4" ry="9.2" />
    </Glyph>
  );
}

export const internet: KindElement = {
  kind: 'internet',
  label: t('Internet'),
  addLabel: t('Add the internet'),
  blurb: t('The way out: forwards and masquerades to the world outside'),
  Icon,
  fields: ['hostname', 'routes', 'forwarding', 'masquerade'],
  automaticAddresses: true,
  forwards: true,
  summary: (node) => (node.interfaces.length === 0 ? t('not linked') : t('way out')),
};
