import { describe, expect, it } from 'vitest';
import { fromTopology, toTopology, ops, nodeIdByName } from '@/doc';
import { drawInstead, makeEdits } from '@/doc/text/bring';
import { edited } from '@/doc/text/fixEdits';

const LAB = {
  version: 'vethwork/v1',
  name: 'lab',
  nodes: {
    h1: { kind: 'host' as const, routes: [{ destination: 'default', gateway: '10.0.0.9' }] },
    h2: { kind: 'host' as const, interfaces: { eth0: { addresses: ['10.0.0.1/24'], mtu: 1400 } } },
    r1: { kind: 'router' as const, rules: [{ action: 'deny' }, { action: 'allow' }] },
  },
  links: [
    { ends: ['h1:eth0', 'h2:eth0'] as [string, string] },
    { ends: ['h1:eth1', 'r1:eth0'] as [string, string] },
  ],
  expect: [{ from: 'h1', to: 'h2', probe: 'ping' }],
};

describe('edits of plain values', () => {
  it('patch, remove and append, with places as they were before', () => {
    const after = edited(LAB, [
      { element: 'nodes/h2/interfaces/eth0', change: { mtu: null, up: false } },
      { element: 'nodes/r1/rules/0', change: null },
      { element: 'nodes/r1/rules/1', change: { chain: 'input' } },
      { element: 'nodes/r1/routes/-', change: { destination: 'default', gateway: '10.0.1.1' } },
      { element: 'links/0', change: null },
      { element: 'routing', change: { automatic: true } },
      { element: 'nodes/h1/interfaces/lo', change: { up: true } },
    ]);
    expect(after).toMatchObject({
      nodes: {
        h1: { interfaces: { lo: { up: true } } },
        h2: { interfaces: { eth0: { addresses: ['10.0.0.1/24'], up: false } } },
        r1: {
          rules: [{ action: 'allow', chain: 'input' }],
          routes: [{ destination: 'default', gateway: '10.0.1.1' }],
        },
      },
      links: [{ ends: ['h1:eth1', 'r1:eth0'] }],
      routing: { automatic: true },
    });
    expect((after.nodes as typeof LAB.nodes).h2.interfaces.eth0).not.toHaveProperty('mtu');
  });

  it('leave alone what is not there', () => {
    const gone = [
      { element: 'links/7', change: null },
      { element: 'nodes/h9', change: null },
      { element: 'expect/3', change: { outcome: 'blocked' } },
    ];
    expect(edited(LAB, gone)).toEqual(LAB);
  });
});

describe('edits of the drawing', () => {
  it('are one step of undo', () => {
    const doc = fromTopology(LAB);
    const before = toTopology(doc.projection);
    const edits = [
      { element: 'nodes/h2/interfaces/eth0', change: { addresses: ['10.0.0.2/24'] } },
      { element: 'nodes/h1/routes/0', change: null },
      { element: 'links/1', change: { ends: ['h1:eth1', 'r1:eth7'] } },
      { element: 'expect/0', change: null },
    ];
    expect(makeEdits(doc, doc.projection, edits)).toBe(true);
    const after = toTopology(doc.projection);
    expect(after.nodes.h2?.interfaces?.eth0?.addresses).toEqual(['10.0.0.2/24']);
    expect(after.nodes.h1?.routes).toBeUndefined();
    expect(after.links?.[1]?.ends).toEqual(['h1:eth1', 'r1:eth7']);
    expect(after.expect).toBeUndefined();
    doc.undo();
    expect(toTopology(doc.projection)).toEqual(before);
  });

  it('find the elements that were meant, though the drawing has changed since', () => {
    const doc = fromTopology(LAB);
    const then = doc.projection;
    const id = nodeIdByName(then).get('h2') ?? '';
    ops.renameNode(doc, id, 'web');
    const [first] = doc.projection.links.keys();
    ops.removeLink(doc, first ?? '');
    makeEdits(doc, then, [
      { element: 'nodes/h2/interfaces/eth0', change: { up: false } },
      { element: 'links/1', change: { cut: true } },
    ]);
    const after = toTopology(doc.projection);
    expect(after.nodes.web?.interfaces?.eth0?.up).toBe(false);
    expect(after.links).toEqual([{ ends: ['h1:eth1', 'r1:eth0'], cut: true }]);
  });

  it('tell when there was nothing left to do', () => {
    const doc = fromTopology(LAB);
    const then = doc.projection;
    const [first] = then.expectations.keys();
    ops.removeExpectation(doc, first ?? '');
    expect(makeEdits(doc, then, [{ element: 'expect/0', change: null }])).toBe(false);
  });
});

describe('another drawing', () => {
  it('is drawn instead, and taken back by one undo', () => {
    const doc = fromTopology(LAB);
    const before = toTopology(doc.projection);
    const wanted = {
      ...LAB,
      nodes: { h1: { kind: 'host' as const }, sw: { kind: 'switch' as const } },
      links: [],
      expect: [],
    };
    expect(drawInstead(doc, wanted)).toBe(true);
    const after = toTopology(doc.projection);
    expect(Object.keys(after.nodes)).toEqual(['h1', 'sw']);
    expect(after.links).toBeUndefined();
    doc.undo();
    expect(toTopology(doc.projection)).toEqual(before);
    expect(drawInstead(doc, before)).toBe(false);
  });
});
