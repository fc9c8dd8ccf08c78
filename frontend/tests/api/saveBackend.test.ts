import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { ApiError } from '@/api';
import { saveBackend } from '@/api/saveBackend';

const { diagnose } = saveBackend(new QueryClient(), 'x');
const PROBLEM = { code: 'x', element: '', message: 'no', severity: 'error' } as const;

test.each([0, 401, 403, 429, 500, 503])('a save that failed with %i is tried again', (status) => {
  expect(diagnose(new ApiError(status, 'x', 'x'))).toEqual({ reason: 'offline' });
});

test('a newer revision is a conflict, and a no keeps its problems', () => {
  expect(diagnose(new ApiError(409, 'stale-revision', 'x'))).toEqual({ reason: 'stale' });
  expect(diagnose(new ApiError(422, 'x', 'x', [PROBLEM]))).toEqual({
    reason: 'refused',
    problems: [PROBLEM],
  });
});
