import { expect, test } from 'vitest';
import { cableWords, extrasOf, impairmentWords, portTag } from '@/elements';

test('an impairment reads in a few words, in the units people use', () => {
  expect(impairmentWords({ delay_ms: 20, loss_percent: 1, rate_kbit: 10_000 })).toBe(
    '20 ms · 1 % · 10 Mbit/s',
  );
  expect(impairmentWords({ delay_ms: 300, jitter_ms: 20 })).toBe('300 ± 20 ms');
  expect(impairmentWords({ rate_kbit: 56 })).toBe('56 kbit/s');
  expect(impairmentWords({ rate_kbit: 2_500_000, duplicate_percent: 0.5 })).toBe('2.5 Gbit/s · 0.5 % twice');
  expect(impairmentWords({})).toBe('');
});

test('both ways are alike until the way back has something of its own', () => {
  const impairment = { delay_ms: 5 };
  expect(cableWords({ fields: { impairment } })).toEqual({ there: '5 ms', back: '5 ms', cut: false });
  expect(cableWords({ fields: { impairment, impairment_back: {}, cut: true } })).toEqual({
    there: '5 ms',
    back: '',
    cut: true,
  });
});

test('perfect cables share one value, so that reading thousands of them costs nothing', () => {
  expect(cableWords({ fields: {} })).toBe(cableWords({ fields: { cut: false } }));
});

test('a port says its VLANs, the one without tag in brackets', () => {
  expect(portTag({})).toBeUndefined();
  expect(portTag({ vlan: 10 })?.text).toBe('10');
  expect(portTag({ trunk: [10, 20], native: 1 })?.text).toBe('10,20 (1)');
  expect(portTag({ trunk: [10, 20, '30-39', 100] })?.text).toBe('10,20,30-39,1…'.slice(0, 13) + '…');
});

test('a card shows services, a firewall and tables apart, and nothing where there is none', () => {
  expect(extrasOf({ fields: {}, interfaces: [] })).toEqual([]);
  const fields = {
    services: [{ kind: 'http' }, { kind: 'dns' }],
    rules: [{ action: 'deny' }],
    policy: { forward: 'deny' },
  };
  expect(extrasOf({ fields, interfaces: [] }).map((extra) => extra.title)).toEqual([
    'Services: http, dns',
    'Firewall: one rule',
  ]);
});
