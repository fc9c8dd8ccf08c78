import { beforeEach, describe, expect, test } from 'vitest';
import { fromTopology, ops, toTopology, type LabDocument } from '@/doc';
import { generated, seeded, TUTORIAL } from './topologies';

let doc: LabDocument;
beforeEach(() => {
  doc = fromTopology(TUTORIAL);
});

const idOf = (name: string) =>
  [...doc.projection.nodes.values()].find((node) => node.name === name)?.id ?? '';
const portOf = (node: string, name: string) =>
  doc.projection.nodes.get(idOf(node))?.interfaces.find((port) => port.name === name)?.id ?? '';
const written = () => toTopology(doc.projection);

describe('rename', () => {
  test('a renamed node keeps its links, expectations, place and rank', () => {
    ops.renameNode(doc, idOf('netns2'), 'web');
    const { nodes, links, expect: expectations, layout } = written();
    expect(Object.keys(nodes)).toEqual(['netns1', 'web', 'sw1']);
    expect(links?.[1]?.ends).toEqual(['web:veth22', 'sw1:veth23']);
    expect(expectations?.map((one) => [one.from, one.to])).toEqual([
      ['netns1', 'web'],
      ['web', 'netns1:veth11'],
      ['web', '8.8.8.8'],
    ]);
    expect(layout?.web).toEqual([400, 0]);
  });

  test('a renamed switch takes its bridge device along', () => {
    ops.renameNode(doc, idOf('sw1'), 'core');
    expect(written().nodes.core?.interfaces).toEqual({ core: { addresses: ['192.168.5.9/24'] } });
  });

  test('a renamed interface is renamed in its link, routes and expectations too', () => {
    ops.renameInterface(doc, idOf('netns2'), portOf('netns2', 'veth22'), 'eth0');
    ops.renameInterface(doc, idOf('netns1'), portOf('netns1', 'veth11'), 'lan');
    const { nodes, links, expect: expectations } = written();
    expect(links?.[1]?.ends[0]).toBe('netns2:eth0');
    expect(nodes.netns2?.routes?.[0]?.interface).toBe('eth0');
    expect(expectations?.[1]?.to).toBe('netns1:lan');
  });
});

describe('links', () => {
  test('a link makes eth0 on hosts and p1 on switches', () => {
    const host = ops.addNode(doc, 'host', { x: 0, y: 0 });
    ops.addLink(doc, { node: host }, { node: idOf('sw1') });
    expect(written().links?.at(-1)?.ends).toEqual(['h1:eth0', 'sw1:p1']);
    ops.addLink(doc, { node: host }, { node: idOf('sw1') });
    expect(written().links?.at(-1)?.ends).toEqual(['h1:eth1', 'sw1:p2']);
  });

  test('a link takes the interface that waits for a cable, but never lo or the bridge itself', () => {
    const port = ops.addInterface(doc, idOf('netns2'), 'uplink');
    ops.addLink(doc, { node: idOf('netns2') }, { node: idOf('sw1') });
    expect(written().links?.at(-1)?.ends).toEqual(['netns2:uplink', 'sw1:p1']);
    expect(port).toBe(portOf('netns2', 'uplink'));
  });

  test('a node is not linked to itself', () => {
    expect(ops.addLink(doc, { node: idOf('sw1') }, { node: idOf('sw1') })).toBeUndefined();
    expect(written()).toEqual(TUTORIAL);
  });

  test('removing a node removes its links, its expectations and the ports made for those links', () => {
    ops.removeElements(doc, { nodes: [idOf('netns2')] });
    const { links, expect: expectations, nodes } = written();
    expect(links).toEqual([TUTORIAL.links?.[0]]);
    expect(expectations).toBeUndefined();
    expect(Object.keys(nodes)).toEqual(['netns1', 'sw1']);
    expect(doc.projection.nodes.get(idOf('sw1'))?.interfaces.map((port) => port.name)).toEqual([
      'sw1',
      'veth13',
    ]);
  });

  test('removing a link leaves an interface that has settings', () => {
    ops.removeElements(doc, { links: [...doc.projection.links.keys()] });
    expect(written().nodes).toEqual(TUTORIAL.nodes);
  });
});

describe('undo', () => {
  test('edits within an edit are one step, and so are several such ones of one gesture', () => {
    const links = [...doc.projection.links.keys()];
    const cutAll = (on: boolean, gesture?: string) =>
      doc.edit(() => {
        for (const id of links) ops.setLinkField(doc, id, 'cut', on || undefined);
      }, gesture);
    cutAll(true);
    cutAll(false, 'cut all');
    cutAll(true, 'cut all');
    expect(doc.undoManager.undoStack).toHaveLength(2);
    doc.undo();
    expect([...doc.projection.links.values()].every((link) => link.fields.cut)).toBe(true);
    doc.undo();
    expect([...doc.projection.links.values()].some((link) => link.fields.cut)).toBe(false);
  });

  test('each gesture is one step, and undoing all of them gives the drawing that was opened', () => {
    const random = seeded(7);
    for (let seed = 1; seed <= 25; seed += 1) {
      const topology = generated(seed);
      doc = fromTopology(topology);
      const steps = Array.from({ length: 8 }, () => anyEdit(random));
      const done = steps.filter((edit) => edit()).length;
      expect(doc.undoManager.undoStack).toHaveLength(done);
      for (let step = 0; step < done; step += 1) doc.undo();
      expect(written()).toEqual(topology);
    }
  });

  test('a removed node comes back with its links, and goes again on redo', () => {
    ops.removeElements(doc, { nodes: [idOf('sw1')] });
    doc.undo();
    expect(written()).toEqual(TUTORIAL);
    doc.redo();
    expect(written().links).toBeUndefined();
  });

  test('a new node with its link is one step', () => {
    ops.addLinkedNode(doc, { node: idOf('sw1') }, 'host', { x: 0, y: 0 });
    doc.undo();
    expect(written()).toEqual(TUTORIAL);
  });

  test('held arrow keys are one step, and another edit is a step of its own', () => {
    const move = (x: number) => ops.moveNodes(doc, new Map([[idOf('sw1'), { x, y: 0 }]]), 'nudge');
    [10, 20, 30].forEach(move);
    ops.renameLab(doc, 'other');
    expect(doc.undoManager.undoStack).toHaveLength(2);
    doc.undo();
    doc.undo();
    expect(written()).toEqual(TUTORIAL);
  });

  test('what was loaded cannot be undone', () => {
    expect(doc.history).toEqual({ undo: false, redo: false });
    doc.undo();
    expect(written()).toEqual(TUTORIAL);
  });
});

/** Some edit of what is there; says whether it changed anything. */
function anyEdit(random: () => number): () => boolean {
  const edits: (() => boolean)[] = [
    () => ops.addNode(doc, 'router', { x: 5, y: 5 }) !== '',
    () => {
      const [first, second] = [...doc.projection.nodes.keys()];
      return first && second ? ops.addLink(doc, { node: first }, { node: second }) !== undefined : false;
    },
    () => {
      const [first] = doc.projection.nodes.keys();
      if (first) ops.removeElements(doc, { nodes: [first] });
      return first !== undefined;
    },
    () => {
      const last = [...doc.projection.links.keys()].at(-1);
      if (last) ops.removeLink(doc, last);
      return last !== undefined;
    },
    () => {
      const [first] = doc.projection.nodes.keys();
      if (first) ops.renameNode(doc, first, `m${Math.floor(random() * 1e6)}`);
      return first !== undefined;
    },
    () => {
      const part = ops.copyNodes(doc.projection, new Set([...doc.projection.nodes.keys()].slice(0, 2)));
      return ops.pasteNodes(doc, part, { x: 9, y: 9 }).length > 0;
    },
  ];
  const chosen = edits[Math.floor(random() * edits.length)];
  return () => chosen?.() ?? false;
}

describe('copies', () => {
  test('a copy has new names, its inner links, the next free addresses and its own bridge', () => {
    const part = ops.copyNodes(doc.projection, new Set([idOf('netns1'), idOf('sw1')]));
    ops.pasteNodes(doc, part, { x: 10, y: 20 });
    const { nodes, links, layout } = written();
    expect(Object.keys(nodes)).toEqual(['netns1', 'netns2', 'sw1', 'netns3', 'sw2']);
    expect(nodes.netns3?.interfaces).toEqual({ veth11: { addresses: ['192.168.5.3/24'] } });
    expect(nodes.sw2?.interfaces).toEqual({ sw2: { addresses: ['192.168.5.10/24'] } });
    expect(links?.slice(2)).toEqual([{ ends: ['netns3:veth11', 'sw2:veth13'] }]);
    expect(layout?.sw2).toEqual([210, 120]);
  });
});

describe('shapes', () => {
  const box = { x: 1, y: 2, width: 300, height: 200 };

  test('a group takes its nodes out of others, and goes when nobody is left in it', () => {
    const first = ops.groupNodes(doc, [idOf('netns1'), idOf('netns2')]);
    ops.groupNodes(doc, [idOf('netns2'), idOf('sw1')]);
    expect(written().shapes?.map((shape) => shape.members)).toEqual([['netns1'], ['netns2', 'sw1']]);
    ops.removeElements(doc, { nodes: [idOf('netns1')] });
    expect(doc.shapes.has(first ?? '')).toBe(false);
    doc.undo();
    expect(written().shapes?.[0]?.members).toEqual(['netns1']);
  });

  test('a region is made, moved, resized and coloured, each one step of undo', () => {
    const id = ops.addShape(doc, { kind: 'region', box, text: 'site' });
    ops.moveNodes(doc, new Map([[id, { x: 50, y: 60 }]]));
    ops.resizeShape(doc, id, { ...box, width: 400 });
    ops.setShape(doc, id, { color: 'red', text: '' });
    expect(written().shapes).toEqual([{ kind: 'region', at: [1, 2], size: [400, 200], color: 'red' }]);
    for (let step = 0; step < 4; step += 1) doc.undo();
    expect(written()).toEqual(TUTORIAL);
  });

  test('a copy takes whole groups and chosen notes along, moved like the nodes', () => {
    ops.groupNodes(doc, [idOf('netns1'), idOf('sw1')]);
    const note = ops.addShape(doc, { kind: 'note', box, text: 'hi' });
    const part = ops.copyNodes(doc.projection, new Set([idOf('netns1'), idOf('sw1')]), new Set([note]));
    ops.pasteNodes(doc, part, { x: 10, y: 20 });
    expect(written().shapes?.slice(2)).toEqual([
      { kind: 'group', members: ['netns3', 'sw2'] },
      { kind: 'note', text: 'hi', at: [11, 22], size: [300, 200] },
    ]);
    expect(ops.copyNodes(doc.projection, new Set([idOf('netns1')])).shapes).toBeUndefined();
  });
});

describe('links on the canvas', () => {
  test('bends come along when both ends move alike, and stay when one does', () => {
    const [link = ''] = doc.projection.links.keys();
    ops.setBends(doc, link, [{ x: 100, y: 40 }]);
    ops.moveNodes(doc, new Map([[idOf('netns1'), { x: 30, y: 0 }]]));
    expect(written().links?.[0]?.bends).toEqual([[100, 40]]);
    ops.moveNodes(
      doc,
      new Map([
        [idOf('netns1'), { x: 30, y: 5 }],
        [idOf('sw1'), { x: 200, y: 105 }],
      ]),
    );
    expect(written().links?.[0]?.bends).toEqual([[100, 45]]);
    ops.setBends(doc, link, []);
    expect(written().links?.[0]).toEqual({ ends: ['netns1:veth11', 'sw1:veth13'] });
  });

  test('an end is plugged in at another node, and the interface that only it needed goes', () => {
    const [link = ''] = doc.projection.links.keys();
    const host = ops.addNode(doc, 'host', { x: 0, y: 0 });
    ops.moveEnd(doc, link, 1, { node: host });
    expect(written().links?.[0]?.ends).toEqual(['netns1:veth11', 'h1:eth0']);
    expect(doc.projection.nodes.get(idOf('sw1'))?.interfaces.map((port) => port.name)).toEqual([
      'sw1',
      'veth23',
    ]);
    ops.moveEnd(doc, link, 1, { node: idOf('netns1') });
    expect(written().links?.[0]?.ends).toEqual(['netns1:veth11', 'h1:eth0']);
  });

  test('a cable can ask for a new interface though another waits', () => {
    const port = ops.addInterface(doc, idOf('netns1'), 'spare');
    ops.addLink(doc, { node: idOf('netns1'), fresh: true }, { node: idOf('netns2'), fresh: true });
    expect(written().links?.[2]?.ends).toEqual(['netns1:eth0', 'netns2:eth0']);
    ops.addLink(doc, { node: idOf('netns1'), interface: port }, { node: idOf('netns2') });
    expect(written().links?.[3]?.ends[0]).toBe('netns1:spare');
  });
});

describe('fields', () => {
  test('a field without a value is not written', () => {
    const [id, port] = [idOf('netns2'), portOf('netns2', 'veth22')];
    ops.setInterfaceField(doc, id, port, 'mtu', 1400);
    expect(written().nodes.netns2?.interfaces?.veth22?.mtu).toBe(1400);
    ops.setInterfaceField(doc, id, port, 'mtu', undefined);
    expect(written()).toEqual(TUTORIAL);
  });

  test('masquerade and routes follow the interface they name', () => {
    ops.setMasquerade(doc, idOf('netns2'), ['veth22', 'uplink']);
    ops.addRoute(doc, idOf('netns2'), { destination: '10.0.0.0/8', interface: 'veth22' });
    ops.renameInterface(doc, idOf('netns2'), portOf('netns2', 'veth22'), 'wan');
    expect(written().nodes.netns2?.masquerade).toEqual(['wan', 'uplink']);
    expect(written().nodes.netns2?.routes?.[1]).toEqual({ destination: '10.0.0.0/8', interface: 'wan' });
  });

  test('an expectation is written without the outcome that goes without saying', () => {
    const parse = (text: string) => ops.parseRef(doc.projection, text);
    const fields = { from: parse('netns1'), to: parse('sw1'), probe: 'udp/53' };
    const id = ops.addExpectation(doc, { ...fields, outcome: 'blocked' });
    expect(written().expect?.at(-1)).toEqual({
      from: 'netns1',
      to: 'sw1',
      probe: 'udp/53',
      outcome: 'blocked',
    });
    ops.setExpectation(doc, id, { outcome: 'reached' });
    expect(written().expect?.at(-1)).toEqual({ from: 'netns1', to: 'sw1', probe: 'udp/53' });
  });
});
