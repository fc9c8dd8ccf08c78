/** Drawings to test with: small ones by hand, many by a seeded generator. */
import type { InterfaceJson, NodeJson, NodeKind, WholeTopology } from '@/doc';

/** mulberry32: the same numbers for the same seed, on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const TUTORIAL: WholeTopology = {
  version: 'vethwork/v1',
  name: 'two hosts, one switch',
  nodes: {
    netns1: { kind: 'host', interfaces: { veth11: { addresses: ['192.168.5.1/24'] } } },
    netns2: {
      kind: 'host',
      interfaces: { veth22: { addresses: ['192.168.5.2/24'] }, lo: { up: false } },
      routes: [{ destination: 'default', gateway: '192.168.5.9', interface: 'veth22' }],
    },
    sw1: { kind: 'switch', stp: false, interfaces: { sw1: { addresses: ['192.168.5.9/24'] } } },
  },
  links: [{ ends: ['netns1:veth11', 'sw1:veth13'] }, { ends: ['netns2:veth22', 'sw1:veth23'] }],
  expect: [
    { from: 'netns1', to: 'netns2', probe: 'ping' },
    { from: 'netns2', to: 'netns1:veth11', probe: 'tcp/41234' },
    { from: 'netns2', to: '8.8.8.8', probe: 'ping', outcome: 'blocked' },
  ],
  layout: { netns1: [0, 0], sw1: [200, 100], netns2: [400, 0] },
};

const KINDS: readonly NodeKind[] = ['host', 'router', 'switch', 'internet'];

/** A drawing with every field somewhere, and fields that nobody here knows. */
export function generated(seed: number): WholeTopology {
  const random = seeded(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const maybe = <Value>(value: Value): Value | undefined => (random() < 0.4 ? value : undefined);
  const names = Array.from({ length: 2 + upTo(12) }, (_, index) => `n${(index * 7 + seed) % 97}x${index}`);
  const nodes = Object.fromEntries(names.map((name, index) => [name, node(index, upTo, maybe)]));
  const ports = new Map<string, number>();
  const port = (name: string) => {
    const number = ports.get(name) ?? 0;
    ports.set(name, number + 1);
    return `${name}:eth${number}`;
  };
  const pick = () => names[upTo(names.length)] ?? '';
  const links = Array.from({ length: 1 + upTo(14) }, () => ({
    ends: [port(pick()), port(pick())] as [string, string],
    ...defined({
      mtu: maybe(9000),
      label: maybe('uplink'),
      bends: maybe([[upTo(500), upTo(500)] as [number, number]]),
    }),
  }));
  const expect = Array.from({ length: 1 + upTo(6) }, () => ({
    from: pick(),
    to: random() < 0.3 ? '10.9.9.9' : pick(),
    probe: random() < 0.5 ? 'ping' : `tcp/${1 + upTo(65535)}`,
    ...defined({ outcome: maybe('blocked' as const) }),
  }));
  const layout = Object.fromEntries(
    names.map((name) => [name, [upTo(2000), -upTo(900)] as [number, number]]),
  );
  return {
    version: 'vethwork/v1',
    name: `lab ${seed}`,
    nodes,
    links,
    expect,
    layout,
    ...defined({ tag: maybe('x') }),
  };
}

function node(
  index: number,
  upTo: (limit: number) => number,
  maybe: <V>(value: V) => V | undefined,
): NodeJson {
  const settings = (): InterfaceJson =>
    defined({
      addresses: maybe([`10.0.${index}.${1 + upTo(200)}/24`]),
      mtu: maybe(1400),
      up: maybe(false),
      vid: maybe(7),
    });
  const interfaces = { eth0: settings(), lo: { up: false }, eth1: settings() };
  return {
    kind: KINDS[upTo(KINDS.length)] ?? 'host',
    ...defined({
      hostname: maybe(`name${index}`),
      forwarding: maybe(true),
      masquerade: maybe(['eth1', 'uplink']),
      interfaces: maybe(interfaces),
      routes: maybe([
        { destination: 'default', gateway: '10.0.0.1' },
        { destination: '10.3.0.0/16', interface: 'eth0', metric: 5 },
      ]),
      later: maybe({ nested: [1, 2] }),
    }),
  };
}

/** Without the fields that are undefined, as in JSON. */
function defined<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
