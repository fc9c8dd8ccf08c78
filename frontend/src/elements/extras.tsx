/** What a node has beyond its interfaces, as small icons for its card. */
import { Cog, Shield, Split } from 'lucide-react';
import type { DocNode } from '@/doc';
import { t, tn } from '@/i18n';

export interface Extra {
  id: 'services' | 'firewall' | 'vrf';
  title: string;
}

const NONE: readonly Extra[] = [];

function namesOf(list: unknown, field: string): string[] {
  if (!Array.isArray(list)) return [];
  return (list as Record<string, string>[]).map((one) => one[field] ?? '');
}

/** Most nodes have none, and all of those share one list. */
export function extrasOf({ fields, interfaces }: Pick<DocNode, 'fields' | 'interfaces'>): readonly Extra[] {
  const found: Extra[] = [];
  const services = namesOf(fields.services, 'kind');
  if (services.length > 0)
    found.push({ id: 'services', title: t('Services: {kinds}', { kinds: services.join(', ') }) });
  if (hasFirewall(fields)) found.push({ id: 'firewall', title: firewallTitle(fields) });
  const vrfs = interfaces.filter((port) => port.device?.kind === 'vrf').map((port) => port.name);
  if (vrfs.length > 0)
    found.push({ id: 'vrf', title: t('Routing tables apart: {names}', { names: vrfs.join(', ') }) });
  return found.length > 0 ? found : NONE;
}

function hasFirewall(fields: DocNode['fields']): boolean {
  const denies = Object.values((fields.policy ?? {}) as Record<string, unknown>).includes('deny');
  return denies || namesOf(fields.rules, 'action').length > 0 || fields.ruleset !== undefined;
}

function firewallTitle({ rules, ruleset }: DocNode['fields']): string {
  const count = namesOf(rules, 'action').length;
  if (count === 0) return ruleset === undefined ? t('Firewall') : t('Firewall: rules as text');
  return tn(count, 'Firewall: one rule', 'Firewall: {count} rules');
}

const ICONS = { services: Cog, firewall: Shield, vrf: Split } as const;

export function ExtraIcon({ extra: { id, title } }: { extra: Extra }) {
  const Icon = ICONS[id];
  return (
    <span title={title} data-extra={id}>
      <Icon size={13} aria-hidden />
      <span className="vw-sr-only">{title}</span>
    </span>
  );
}
