import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startRun } from '@/api';
import { aRun } from './runOfEvents';

const RUN = aRun('plan');
let valid: string;
let tokens: (string | null)[];

async function server(request: Request): Promise<Response> {
  const session = { user: { id: 1, name: 'a' }, csrf_token: valid, settings: { host_namespace: false } };
  if (request.method === 'GET') return Response.json(session);
  await request.text();
  const token = request.headers.get('X-CSRFToken');
  tokens.push(token);
  if (token === valid) return Response.json(RUN, { status: 202 });
  return Response.json({ code: 'forbidden', message: 'an old token' }, { status: 403 });
}

beforeEach(() => {
  valid = 'one';
  tokens = [];
  vi.stubGlobal('fetch', server);
});
afterEach(() => vi.unstubAllGlobals());

test('a change carries the token, and reads a new one when another window has signed in', async () => {
  await expect(startRun('x', { kind: 'plan' })).resolves.toEqual(RUN);
  valid = 'two';
  await expect(startRun('x', { kind: 'plan' })).resolves.toEqual(RUN);
  expect(tokens.slice(-2)).toEqual(['one', 'two']);
});

test('a no that stays a no is told', async () => {
  vi.stubGlobal('fetch', (request: Request) =>
    Promise.resolve(
      request.method === 'GET'
        ? Response.json({ user: null, csrf_token: 'x', settings: {} })
        : Response.json({ code: 'forbidden', message: 'not yours' }, { status: 403 }),
    ),
  );
  await expect(startRun('x', { kind: 'plan' })).rejects.toMatchObject({ message: 'not yours' });
});
