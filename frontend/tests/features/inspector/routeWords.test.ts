import { expect, test } from 'vitest';
import { isPlain, leads, routeAfter, specialWords } from '@/features/inspector/routeWords';

const route = (fields: Record<string, unknown>) => ({ fields: { destination: 'default', ...fields } });

test('a route with a gateway needs no words of its own', () => {
  expect(isPlain(route({ gateway: '10.0.0.1' }))).toBe(true);
  expect(specialWords(route({ gateway: '10.0.0.1' }))).toBe('');
});

test('several hops, a table and what drops packets are said in a line', () => {
  const hops = [{ gateway: '10.0.1.2', weight: 2 }, { interface: 'eth1' }];
  expect(specialWords(route({ hops, table: 100 }))).toBe('via 10.0.1.2 ×2, eth1 · table 100');
  expect(specialWords(route({ type: 'blackhole' }))).toBe('blackhole');
  expect(leads(route({ type: 'blackhole' }))).toBe(false);
});

test('what drops packets leads nowhere, so its gateway goes', () => {
  const after = routeAfter({ destination: 'default', gateway: '10.0.0.1', type: 'prohibit', hops: [{}] });
  expect(after).toEqual({
    type: 'prohibit',
    table: undefined,
    hops: undefined,
    gateway: undefined,
    interface: undefined,
  });
  expect('gateway' in routeAfter({ destination: 'default', gateway: '10.0.0.1', table: 7 })).toBe(false);
});
