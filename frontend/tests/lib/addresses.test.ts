import { expect, test } from 'vitest';
import { isAddress, isDestination, isInterfaceAddress, isMac, isProbe } from '@/lib/addresses';

test('addresses with a prefix are told from all else', () => {
  for (const right of ['10.0.0.1/24', '0.0.0.0/0', '2001:db8::1/64', '::1/128', '::ffff:10.0.0.1/96']) {
    expect(isInterfaceAddress(right), right).toBe(true);
  }
  for (const wrong of [
    '10.0.0.1',
    '10.0.0/24',
    '10.0.0.256/24',
    '10.0.0.1/33',
    '::/129',
    '1::2::3/64',
    '01.2.3.4/8',
    '',
  ]) {
    expect(isInterfaceAddress(wrong), wrong).toBe(false);
  }
});

test('destinations, gateways, MAC addresses and probes', () => {
  expect(['default', '10.0.0.0/8', '10.1.2.3', 'fd00::/8'].every(isDestination)).toBe(true);
  expect(isDestination('defaults')).toBe(false);
  expect(isAddress('fe80::1')).toBe(true);
  expect(isAddress('fe80::1/64')).toBe(false);
  expect(isMac('02:00:00:00:00:0a')).toBe(true);
  expect(isMac('02:00:00:00:00')).toBe(false);
  expect(['ping', 'tcp/1', 'udp/65535'].every(isProbe)).toBe(true);
  expect(['tcp/0', 'tcp/65536', 'icmp', 'tcp/'].some(isProbe)).toBe(false);
});
