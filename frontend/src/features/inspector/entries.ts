/** A node's lists: what each is called, and how one of its entries reads in a line. */
import type { EntryJson, NodeKind, NodeList } from '@/doc';
import { textOf } from '@/features/form';
import { t } from '@/i18n';

export interface EntryList {
  list: NodeList;
  title: string;
  /** What the button says that adds one. */
  addLabel: string;
  blurb: string;
  kinds: readonly NodeKind[];
  /** What a new entry begins with. */
  start: EntryJson;
  line: (entry: EntryJson) => string;
}

const EVERYWHERE: readonly NodeKind[] = ['host', 'router', 'switch', 'internet'];
const WITH_IP: readonly NodeKind[] = ['host', 'router', 'internet'];

export const ENTRY_LISTS: readonly EntryList[] = [
  {
    list: 'rules',
    title: t('Firewall'),
    addLabel: t('Add a rule'),
    blurb: t('Rules are asked in order; the first that fits decides.'),
    kinds: EVERYWHERE,
    start: { action: 'deny' },
    line: ruleLine,
  },
  {
    list: 'services',
    title: t('Services'),
    addLabel: t('Add a service'),
    blurb: t('Programs that run in the node and are started again when they end.'),
    kinds: WITH_IP,
    start: { kind: 'http' },
    line: ({ kind, ...others }) => [textOf(kind), ...pairs(others)].join(' '),
  },
  {
    list: 'policies',
    title: t('Policy routing'),
    addLabel: t('Add a policy'),
    blurb: t('Which table of routes a packet is looked up in.'),
    kinds: WITH_IP,
    start: { table: 100 },
    line: ({ table, ...others }) => [...pairs(others), `table ${textOf(table)}`].join(' '),
  },
  {
    list: 'neighbours',
    title: t('Fixed neighbours'),
    addLabel: t('Add a neighbour'),
    blurb: t('MAC addresses that nobody is asked for.'),
    kinds: WITH_IP,
    start: {},
    line: ({ address, mac, interface: port }) => [address, 'is', mac, 'on', port].map(textOf).join(' '),
  },
];

function pairs(entry: EntryJson): string[] {
  return Object.entries(entry).map(([name, value]) => `${name.replaceAll('_', ' ')} ${plain(value)}`);
}

function plain(value: unknown): string {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? '…' : textOf(value);
}

/** `deny tcp 22 from 10.1.0.0/24 in eth0`. */
function ruleLine({ action, chain, protocol, port, ...others }: EntryJson): string {
  const what = [action, protocol, port].map(textOf).filter((word) => word !== '');
  const where = chain === undefined ? [] : [`(${textOf(chain)})`];
  return [...what, ...pairs(others), ...where].join(' ');
}
