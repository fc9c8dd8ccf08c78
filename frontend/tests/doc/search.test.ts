import { expect, it } from 'vitest';
import { fromTopology, search, type Hit } from '@/doc';

const doc = fromTopology({
  version: 'vethwork/v1',
  name: '',
  nodes: {
    web: {
      interfaces: { eth0: { addresses: ['10.0.7.2/24'], mac: '02:00:00:00:00:0a' } },
      services: [{ kind: 'http' }],
    },
    web2: {},
    sw1: { kind: 'switch', interfaces: { p1: { vlan: 20 }, p2: { trunk: [10, '30-39'], native: 1 } } },
  },
  links: [{ ends: ['web:eth0', 'sw1:p1'], label: 'to the cellar' }],
  shapes: [
    { kind: 'note', text: 'Ask before\nyou unplug this', at: [0, 0], size: [200, 90] },
    { kind: 'group', text: 'Attic', members: ['web2'] },
  ],
});
const [web = ''] = doc.projection.nodes.keys();
const find = (query: string, used = new Map<string, { interface: string; address: string }[]>()): Hit[] =>
  search({ projection: doc.projection, used }, query);
const titles = (query: string) => find(query).map(({ title }) => title);

it('finds nodes by name first, then what else has it in its own', () => {
  expect(titles('web')).toEqual(['web', 'web2', 'web:eth0', 'web:eth0 – sw1:p1']);
  expect(titles('WEB2')).toEqual(['web2']);
});

it('finds interfaces by address, MAC and VLAN, and says which', () => {
  expect(find('10.0.7')).toMatchObject([{ title: 'web:eth0', detail: '10.0.7.2/24' }]);
  expect(titles('02:00:00:00:00:0A')).toEqual(['web:eth0']);
  expect(titles('vlan 20')).toEqual(['sw1:p1']);
  expect(titles('VLAN 35')).toEqual(['sw1:p2']);
  expect(titles('vlan 3')).toEqual([]);
});

it('finds nodes by what runs in them, and links by their label', () => {
  expect(find('http')).toMatchObject([{ title: 'web', detail: 'http' }]);
  expect(titles('cellar')).toEqual(['web:eth0 – sw1:p1']);
});

it('finds an automatic address while it is in use', () => {
  expect(titles('192.168.9')).toEqual([]);
  const used = new Map([[web, [{ interface: 'eth0', address: '192.168.9.1' }]]]);
  expect(find('192.168.9', used)).toMatchObject([{ title: 'web:eth0', detail: '192.168.9.1' }]);
});

it('finds nothing for nothing', () => {
  expect(find('  ')).toEqual([]);
});

it('finds notes and groups by what stands in them', () => {
  expect(find('unplug')).toMatchObject([
    { title: 'Ask before', detail: 'Ask before you unplug this', kind: 'note' },
  ]);
  expect(find('attic')).toMatchObject([
    { title: 'Attic', detail: '', kind: 'group', element: { type: 'shape' } },
  ]);
});
