import { expect, test } from 'vitest';
import { isTimeout, readProbe, toRunOrder } from '@/features/matrix/checkOrder';

test.each([
  ['ping', 'ping'],
  [' TCP/80 ', 'tcp/80'],
  ['udp 5000', 'udp/5000'],
  ['tcp/00080', 'tcp/80'],
])('%j is the probe %s', (text, probe) => {
  expect(readProbe(text)).toBe(probe);
});

test.each(['', 'tcp', 'tcp/0', 'tcp/65536', 'icmp', 'tcp/80x', 'ping/1'])('%j is no probe', (text) => {
  expect(readProbe(text)).toBeNull();
});

test('a time-out is a whole number within its limits', () => {
  expect([49, 50, 10_000, 10_001, 99.5, Number.NaN].map(isTimeout)).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('all nodes are asked by naming none', () => {
  const order = { probes: ['ping'], nodes: null, timeout_ms: 500, seedNeighbours: false };
  expect(toRunOrder(order)).toEqual({ probes: ['ping'], timeout_ms: 500, seed_neighbours: false });
  expect(toRunOrder({ ...order, nodes: new Set(['a']) })).toMatchObject({ nodes: ['a'] });
});
