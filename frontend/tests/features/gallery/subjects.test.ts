import { expect, test } from 'vitest';
import type { GalleryEntry } from '@/api';
import type { TopologyJson } from '@/doc';
import { lackingWords } from '@/features/gallery/lacking';
import { grouped, subjectOf } from '@/features/gallery/subjects';

test('what is drawn says what a lab is about, the rarest thing first', () => {
  const vlan = { interfaces: { p1: { vlan: 10 } } };
  expect(subjectOf({ nodes: { a: {}, b: {} } })).toBe('First steps');
  expect(subjectOf({ nodes: { a: vlan } })).toBe('Switching and VLANs');
  expect(subjectOf({ nodes: { a: vlan, b: { rules: [] } } })).toBe('Firewalls');
  expect(subjectOf({ nodes: { a: { kind: 'router' }, b: { kind: 'router' } } })).toBe('Routing');
  expect(subjectOf({ nodes: { a: { interfaces: { t: { device: { kind: 'gre' } } } } } })).toBe(
    'Bonds, tunnels and VRFs',
  );
  expect(subjectOf({ links: [{ ends: ['a:x', 'b:y'], impairment: { delay_ms: 1 } }] })).toBe(
    'Slow and broken links',
  );
});

const entry = (id: string, summary: string, topology: TopologyJson): GalleryEntry => ({
  id,
  title: id,
  summary,
  topology,
});

test('a filter asks title, summary and subject for every word, and leaves no empty heading', () => {
  const entries = [
    entry('one', 'Two hosts and a cable', {}),
    entry('two', 'Leases', { nodes: { a: { services: [] } } }),
  ];
  expect(grouped(entries, '').map((group) => group.subject)).toEqual([
    'First steps',
    'Addresses and services',
  ]);
  expect(grouped(entries, 'services leases').flatMap((group) => group.entries)).toEqual([entries[1]]);
  expect(grouped(entries, 'cable services')).toEqual([]);
});

test('what a host lacks is said once, whatever else is wrong', () => {
  const problem = (code: string, values: Record<string, unknown>) => ({
    code,
    message: 'x',
    values,
    element: '',
    severity: 'error' as const,
  });
  const what = { template: 'VLAN filtering', values: {} };
  const problems = [
    problem('host-lacks', { element: 'sw1:p1', what }),
    problem('host-lacks', { element: 'sw1:p2', what }),
    problem('x', { what: 'else' }),
  ];
  expect(lackingWords(problems)).toBe('VLAN filtering');
  expect(lackingWords([])).toBe('');
});
