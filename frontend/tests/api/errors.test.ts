import { expect, test } from 'vitest';
import { unwrap } from '@/api/client';
import { ApiError } from '@/api/errors';

const PROBLEM = { code: 'x', element: 'links/0', message: 'loose end', severity: 'error' } as const;

function refused(status: number, error: unknown) {
  return unwrap(Promise.resolve({ error, response: new Response(null, { status }) }));
}

test('a refusal keeps its code, its sentence and its problems', async () => {
  const error = { code: 'topology-has-problems', message: 'Two problems', problems: [PROBLEM] };
  await expect(refused(422, error)).rejects.toMatchObject({ status: 422, ...error });
});

test('a page that is no answer of ours still says something', async () => {
  await expect(refused(502, '<html>Bad gateway</html>')).rejects.toMatchObject({
    code: 'http-502',
    message: 'The server answered with status 502.',
  });
});

test('no answer at all is told apart from a no', async () => {
  const asked = unwrap(Promise.reject(new TypeError('Failed to fetch')));
  await expect(asked).rejects.toBeInstanceOf(ApiError);
  await expect(asked).rejects.toMatchObject({ status: 0, code: 'no-answer' });
});
