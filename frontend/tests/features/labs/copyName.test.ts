import { expect, test } from 'vitest';
import { copyName } from '@/features/labs/copyName';

const named = (...names: string[]) => names.map((name) => ({ name }));

test('a copy has a name that no other lab has', () => {
  expect(copyName('a', named('a'))).toBe('a (copy)');
  expect(copyName('a', named('a', 'a (copy)'))).toBe('a (copy 2)');
  expect(copyName('a (copy 2)', named('a', 'a (copy)', 'a (copy 2)'))).toBe('a (copy 3)');
  expect(copyName('a (copy)', named('a (copy)'))).toBe('a (copy 2)');
});
