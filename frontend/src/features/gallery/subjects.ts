/** What each lab of the gallery is about, told by what is drawn in it. */
import type { GalleryEntry } from '@/api';
import type { NodeJson, TopologyJson } from '@/doc';
import { t } from '@/i18n';

/** In the order in which somebody would learn them. */
export const SUBJECTS = [
  'First steps',
  'Switching and VLANs',
  'Routing',
  'Addresses and services',
  'Firewalls',
  'Bonds, tunnels and VRFs',
  'Slow and broken links',
] as const;

export type Subject = (typeof SUBJECTS)[number];

/** The rarest thing that is drawn says what a lab is about. */
export function subjectOf(topology: TopologyJson): Subject {
  const nodes = Object.values(topology.nodes ?? {});
  const ports = nodes.flatMap((node) => Object.values(node.interfaces ?? {}));
  const devices = new Set(ports.map((port) => port.device?.kind));
  devices.delete(undefined);
  if (nodes.some(hasFirewall)) return 'Firewalls';
  if (nodes.some((node) => node.services !== undefined)) return 'Addresses and services';
  if (topology.links?.some((link) => link.impairment !== undefined)) return 'Slow and broken links';
  if ([...devices].some((kind) => kind !== 'vlan' && kind !== 'dummy')) return 'Bonds, tunnels and VRFs';
  if (devices.has('vlan') || ports.some((port) => port.vlan !== undefined || port.trunk !== undefined))
    return 'Switching and VLANs';
  const routers = nodes.filter((node) => node.kind === 'router').length;
  return routers > 1 || topology.routing !== undefined || nodes.some((node) => node.policies !== undefined)
    ? 'Routing'
    : 'First steps';
}

function hasFirewall({ rules, ruleset, policy }: NodeJson): boolean {
  return rules !== undefined || ruleset !== undefined || policy !== undefined;
}

/** In this person's language. */
export const SUBJECT_WORDS: Readonly<Record<Subject, string>> = {
  'First steps': t('First steps'),
  'Switching and VLANs': t('Switching and VLANs'),
  Routing: t('Routing'),
  'Addresses and services': t('Addresses and services'),
  Firewalls: t('Firewalls'),
  'Bonds, tunnels and VRFs': t('Bonds, tunnels and VRFs'),
  'Slow and broken links': t('Slow and broken links'),
};

export interface SubjectGroup {
  subject: Subject;
  entries: readonly GalleryEntry[];
}

/** The labs that speak of all words of `query`, by subject. */
export function grouped(entries: readonly GalleryEntry[], query: string): SubjectGroup[] {
  const words = query.toLowerCase().split(/\s+/);
  const named = entries.map((entry) => ({ entry, subject: subjectOf(entry.topology) }));
  const found = named.filter(({ entry, subject }) => {
    const text = `${entry.title} ${entry.summary} ${SUBJECT_WORDS[subject]}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return SUBJECTS.map((subject) => ({
    subject,
    entries: found.filter((one) => one.subject === subject).map((one) => one.entry),
  })).filter((group) => group.entries.length > 0);
}
