import { expect, test } from 'vitest';
import { cx } from '@/lib/cx';

test('class names that are not there are left out', () => {
  expect(cx('a', false, undefined, 'b', null)).toBe('a b');
});
