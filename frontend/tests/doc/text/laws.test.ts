/** What holds for every text and every edit: tried with seeded random ones. */
import { expect, test } from 'vitest';
import { fromTopology, ops, toTopology, type LabDocument, type TopologyJson } from '@/doc';
import { applyTextChange, drawn, lineDiff, readSource, TextEngine, type TextChangeRange } from '@/doc/text';
import { documentText } from '@/doc/text/render';
import { canonical } from '@/doc/text/values';
import { generated, seeded, TUTORIAL } from '../topologies';

const COMMENTED = `# a lab of two
name: "two hosts"   # its name
version: vethwork/v1

nodes:
  # the left one
  h1: {kind: host, interfaces: {eth0: {addresses: [10.0.0.1/24]}}}   # by hand
  h2:
    kind: host
    # where it is
    interfaces:
      eth0: # the only one
        addresses:
          - 10.0.0.2/24   # and its address
  sw1: switch

links: # cables
  - {ends: [h1:eth0, sw1:p1]}   # left
  # the right one
  - ends: [h2:eth0, sw1:p2]
  - "h3:eth0 10.0.0.3/24 -- sw1:p3"
expect:
  - from: h1
    to: 'h2'
    outcome: reached   # goes without saying
layout: {h1: [0, 0], h2: [640, 0], sw1: [320, 0]}
`;

export function opened(text: string): { doc: LabDocument; engine: TextEngine } {
  const doc = fromTopology(canonical(readSource(text).values));
  return { doc, engine: new TextEngine(text, drawn(doc.projection)) };
}

/** What a person's editor does with the changes that come. */
function shown(text: string, changes: readonly TextChangeRange[]): string {
  return [...changes]
    .reverse()
    .reduce((all, { from, to, insert }) => all.slice(0, from) + insert + all.slice(to), text);
}

function type(doc: LabDocument, engine: TextEngine, text: string): string {
  const typed = engine.type(text, () => []);
  if ('errors' in typed) throw new Error(typed.errors[0]?.message);
  applyTextChange(doc, typed.change, text);
  return shown(text, engine.commit(text, drawn(doc.projection)));
}

function comments(text: string): string[] {
  return text.match(/(?<=^|\s)# .*$/gm) ?? [];
}

/** One edit of the canvas, drawn by lot. */
function editAtRandom(doc: LabDocument, random: () => number): void {
  const { nodes, links, expectations } = doc.projection;
  const pick = <Value>(from: Iterable<Value>) => {
    const all = [...from];
    return all[Math.floor(random() * all.length)];
  };
  const node = pick(nodes.keys());
  const other = pick(nodes.keys());
  const edits: (() => void)[] = [
    () => ops.addNode(doc, 'router', { x: Math.round(random() * 900), y: 40 }),
    () => node && ops.moveNodes(doc, new Map([[node, { x: Math.round(random() * 900), y: 10 }]])),
    () => node && ops.renameNode(doc, node, `z${Math.floor(random() * 1e6)}`),
    () => node && ops.setNodeField(doc, node, 'hostname', random() < 0.3 ? undefined : 'on: the move'),
    () => node && other && ops.addLink(doc, { node }, { node: other }),
    () => node && ops.addRoute(doc, node, { destination: 'default', gateway: '10.0.0.9' }),
    () => node && ops.addInterface(doc, node),
    () => {
      const port = node && pick(nodes.get(node)?.interfaces ?? []);
      if (node && port) ops.setInterfaceField(doc, node, port.id, 'addresses', ['10.1.0.1/24', 'fd00::1/64']);
    },
    () => {
      const link = pick(links.keys());
      if (link) ops.setLinkField(doc, link, 'impairment', { delay_ms: 5, loss_percent: 0.5 });
    },
    () => {
      const link = pick(links.keys());
      if (link && random() < 0.5) ops.removeLink(doc, link);
    },
    () => node && random() < 0.4 && ops.removeElements(doc, { nodes: [node] }),
    () => {
      const one = pick(expectations.keys());
      if (one) ops.setExpectation(doc, one, { outcome: random() < 0.5 ? 'blocked' : 'reached' });
    },
    () =>
      node &&
      other &&
      ops.addExpectation(doc, { from: { node }, to: { node: other }, probe: 'tcp/80', outcome: 'reached' }),
    () => ops.renameLab(doc, `lab "${Math.floor(random() * 100)}": none`),
  ];
  pick(edits)?.();
}

test('the text always says what is drawn, whatever is edited; taking it all back gives back every byte', () => {
  for (let seed = 1; seed <= 24; seed += 1) {
    const random = seeded(seed);
    const text = seed % 2 === 0 ? COMMENTED : documentText(generated(seed) as never);
    const { doc, engine } = opened(text);
    let view = text;
    for (let step = 0; step < 10; step += 1) {
      editAtRandom(doc, random);
      view = shown(view, engine.draw(drawn(doc.projection)));
      expect(view).toBe(engine.text);
      const read = canonical(readSource(view).values) as TopologyJson;
      const again = toTopology(fromTopology(read).projection);
      expect(withoutDefaults(again), `seed ${seed} step ${step}\n${view}`).toEqual(
        withoutDefaults(toTopology(doc.projection)),
      );
    }
    while (doc.history.undo) doc.undo();
    view = shown(view, engine.draw(drawn(doc.projection)));
    expect(view).toBe(text);
  }
});

function withoutDefaults(topology: TopologyJson): unknown {
  const expect = topology.expect?.map(({ outcome, probe, ...rest }) => ({
    ...rest,
    ...(outcome === 'blocked' && { outcome }),
    probe: probe ?? 'ping',
  }));
  return JSON.parse(JSON.stringify({ ...topology, ...(expect && { expect }) })) as unknown;
}

test('no edit of the canvas costs a comment of what stays', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = seeded(seed);
    const { doc, engine } = opened(COMMENTED);
    for (let step = 0; step < 8; step += 1) {
      const { nodes, links } = doc.projection;
      const [count, cables] = [nodes.size, links.size];
      const before = doc.projection;
      editAtRandom(doc, random);
      if (doc.projection.nodes.size < count || doc.projection.links.size < cables) doc.undo();
      if (doc.projection.nodes.size < count) throw new Error(`lost ${before.name}`);
      engine.draw(drawn(doc.projection));
      expect(comments(engine.text), `seed ${seed} step ${step}\n${engine.text}`).toEqual(
        expect.arrayContaining(comments(COMMENTED).filter((comment) => !/address|saying/.test(comment))),
      );
    }
  }
});

test('what is typed is drawn, and the text stays as it was typed', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const from = documentText(generated(seed) as never);
    const to = documentText(generated(seed + 1) as never);
    const { doc, engine } = opened(from);
    expect(type(doc, engine, to)).toBe(to);
    expect(toTopology(doc.projection)).toEqual(toTopology(fromTopology(generated(seed + 1)).projection));
    expect(Object.keys(toTopology(doc.projection).nodes)).toEqual(Object.keys(generated(seed + 1).nodes));
    doc.undo();
    expect(toTopology(doc.projection)).toEqual(toTopology(fromTopology(generated(seed)).projection));
  }
});

test('a small change in the text touches the element that it is about and no other', () => {
  const { doc, engine } = opened(COMMENTED);
  const before = doc.projection;
  const text = COMMENTED.replace('10.0.0.1/24', '10.0.0.7/24');
  expect(type(doc, engine, text)).toBe(text);
  const touched = [...doc.projection.nodes.values()].filter((node) => before.nodes.get(node.id) !== node);
  expect(touched.map((node) => node.name)).toEqual(['h1']);
  expect(doc.projection.links).toBe(before.links);
  expect(doc.source.toJSON()).toBe(text);
});

test('a node that is renamed in the text stays the one it was, and its links follow in the text', () => {
  const { doc, engine } = opened(COMMENTED);
  const ids = [...doc.projection.nodes.keys()];
  const after = type(doc, engine, COMMENTED.replace('  h2:', '  web:'));
  expect([...doc.projection.nodes.keys()]).toEqual(ids);
  expect(after).toContain('- ends: [web:eth0, sw1:p2]');
  expect(after).toContain('to: web');
  expect(after).toContain('# and its address');
  doc.undo();
  expect(shown(after, engine.adopt(doc.source.toJSON() || COMMENTED, drawn(doc.projection)))).toBe(COMMENTED);
});

test('a name that is gone for a moment while it is typed costs no cable', () => {
  const { doc, engine } = opened(COMMENTED);
  const whole = toTopology(doc.projection);
  const gone = COMMENTED.replace(/ {2}h2:\n(?: {4}.*\n)+/, '');
  expect(type(doc, engine, gone)).toBe(gone.replace(', h2: [640, 0]', ''));
  expect(toTopology(doc.projection).links?.[1]?.ends).toEqual(['h2:eth0', 'sw1:p2']);
  type(doc, engine, COMMENTED);
  expect(toTopology(doc.projection)).toEqual(whole);
  const link = [...doc.projection.links.values()][1];
  expect(link?.ends.every((end) => 'node' in end)).toBe(true);
});

test('an error leaves the drawing as it is, and says where', () => {
  const { engine } = opened(COMMENTED);
  const broken = COMMENTED.replace('kind: host, ', 'kind: host, interfaces: {]');
  const typed = engine.type(broken, () => []);
  expect('errors' in typed && typed.errors.length).toBeTruthy();
  for (const text of ['- a\n', 'a: &x 1\nb: *x\n', 'a: 1\na: 2\n']) {
    expect(engine.type(text, () => [])).toHaveProperty('errors');
  }
});

test('a change of lines is the smallest one', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = seeded(seed);
    const text = () => Array.from({ length: 30 }, () => `${Math.floor(random() * 4)}\n`).join('');
    const [before, after] = [text(), text()];
    expect(shown(before, lineDiff(before, after))).toBe(after);
  }
  expect(lineDiff('a\nb\nc\n', 'a\nbx\nc\nd\n')).toEqual([
    { from: 3, to: 3, insert: 'x' },
    { from: 6, to: 6, insert: 'd\n' },
  ]);
});

test('the tutorial is written as a person would', () => {
  expect(documentText(TUTORIAL as never)).toContain(
    '  netns1: {kind: host, interfaces: {veth11: {addresses: [192.168.5.1/24]}}}\n',
  );
  expect(documentText(TUTORIAL as never)).toContain('  - ends: [netns1:veth11, sw1:veth13]\n');
});
