import { NODE_KINDS, type NodeKind } from '@/doc';
import { t } from '@/i18n';
import type { Filter, FilterState } from '@/state/filter';

export const KIND_WORDS: Readonly<Record<NodeKind, string>> = {
  host: t('Hosts'),
  router: t('Routers'),
  switch: t('Switches'),
  internet: t('Internet'),
};

export const STATE_WORDS: Readonly<Record<FilterState, string>> = {
  problems: t('Has problems'),
  drift: t('Changed by hand'),
  failed: t('Failed in the matrix'),
};

/** `Hosts, Routers · VLAN 20 · Has problems`. */
export function filterWords({ kinds, vlan, state }: Filter): string {
  const parts = [
    NODE_KINDS.filter((kind) => kinds.has(kind))
      .map((kind) => KIND_WORDS[kind])
      .join(', '),
    vlan === null ? '' : t('VLAN {vid}', { vid: String(vlan) }),
    state === null ? '' : STATE_WORDS[state],
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
