import { expect, test } from 'vitest';
import { fromTopology, ops, toTopology } from '@/doc';

const DRAWN = {
  version: 'vethwork/v1',
  name: 'two',
  nodes: {
    h1: {
      kind: 'host' as const,
      interfaces: { eth0: { mtu: 1400, addresses: ['10.0.0.1/24'] } },
      routes: [{ destination: 'default', gateway: '10.0.0.2' }],
      sysctls: { 'net.ipv4.ip_forward': 0, 'net.ipv4.conf.all.rp_filter': 0 },
    },
    h2: { kind: 'host' as const },
  },
  links: [
    { ends: ['h1:eth0', 'h2:eth0'] as [string, string], cut: true },
    { ends: ['h1:eth1', 'h2:eth1'] as [string, string] },
  ],
  layout: { h1: [0, 0] as [number, number], h2: [300, 0] as [number, number] },
};

const PATCH = {
  nodes: {
    h1: {
      interfaces: { eth0: { mtu: null, up: false }, dum0: { device: { kind: 'dummy' } } },
      routes: [{ destination: '10.9.0.0/16', interface: 'eth0' }],
      sysctls: { 'net.ipv4.ip_forward': 1 },
    },
    h2: { hostname: 'other' },
    gone: { hostname: 'nobody' },
  },
  links: [{ ends: ['h1:eth0', 'h2:eth0'] as [string, string] }],
};

test('what was changed by hand is written into the drawing, as one step of undo', () => {
  const doc = fromTopology(DRAWN);
  ops.patchTopology(doc, PATCH);
  expect(toTopology(doc.projection)).toEqual({
    ...DRAWN,
    nodes: {
      h1: {
        kind: 'host',
        interfaces: { eth0: { addresses: ['10.0.0.1/24'], up: false }, dum0: { device: { kind: 'dummy' } } },
        routes: [{ destination: '10.9.0.0/16', interface: 'eth0' }],
        sysctls: { 'net.ipv4.ip_forward': 1, 'net.ipv4.conf.all.rp_filter': 0 },
      },
      h2: { kind: 'host', hostname: 'other' },
    },
    links: [{ ends: ['h1:eth0', 'h2:eth0'] }],
  });
  doc.undo();
  expect(toTopology(doc.projection)).toEqual(DRAWN);
});

test('of one node alone, nothing else is touched', () => {
  const doc = fromTopology(DRAWN);
  ops.patchTopology(doc, PATCH, new Set(['h2']));
  const { nodes, links } = toTopology(doc.projection);
  expect(nodes.h1).toEqual(DRAWN.nodes.h1);
  expect(nodes.h2).toEqual({ kind: 'host', hostname: 'other' });
  expect(links).toEqual(DRAWN.links);
});
