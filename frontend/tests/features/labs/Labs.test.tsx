import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Problem } from '@/doc';
import { Labs } from '@/features/labs';
import { Toasts } from '@/ui';
import { TUTORIAL } from '../../doc/topologies';

const LAB = {
  id: '00000000-0000-4000-8000-0000000000aa',
  name: 'my lab',
  node_count: 3,
  link_count: 2,
  updated_at: '2026-01-01T00:00:00Z',
  last_run: null,
  state: 'changed',
  role: 'own',
  owner: 'ann',
};
const GALLERY = [{ id: 'two', title: 'Two hosts', summary: 'They talk.', topology: TUTORIAL }];

let labs: unknown[];
let asked: string[];
let refusal: unknown;
/** What the host cannot run of any drawing. */
let lacks: readonly Problem[];

async function server(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/api/session') return Response.json({ user: { id: 7, name: 'ann' }, csrf_token: 'x' });
  if (pathname === '/api/check') return Response.json({ problems: lacks });
  if (request.method !== 'GET') asked.push(`${request.method} ${pathname} ${await request.text()}`);
  if (refusal !== null && request.method === 'POST') return Response.json(refusal, { status: 422 });
  if (request.method === 'DELETE') return new Response(null, { status: 204 });
  if (pathname === '/api/labs') return Response.json(request.method === 'GET' ? labs : LAB);
  return Response.json(pathname === '/api/gallery' ? GALLERY : {});
}

beforeEach(() => {
  labs = [LAB];
  asked = [];
  refusal = null;
  lacks = [];
  vi.stubGlobal('fetch', server);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {
        return undefined;
      }

      disconnect() {
        return undefined;
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

function setUp(creating = false) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Labs creating={creating} onCreating={() => undefined} />
      <Toasts />
    </QueryClientProvider>,
  );
}

test('a lab tells its size, its state and that it was never run', async () => {
  setUp();
  const link = await screen.findByRole('link', { name: 'my lab' });
  expect(link.getAttribute('href')).toBe(`/labs/${LAB.id}`);
  expect(screen.getByText(/3 nodes, 2 links/).textContent).toContain('Never run');
  expect(screen.getByText('Changed')).toBeTruthy();
});

test('a lab that this host cannot run says so, and can be opened all the same', async () => {
  labs = [];
  const message = 'link 1 needs impairment by netem, which this host lacks: run modprobe';
  lacks = [
    {
      code: 'host-lacks',
      element: 'links/0',
      severity: 'error',
      values: { what: 'impairment by netem' },
      message,
    },
  ];
  setUp();
  await screen.findByText('This host lacks impairment by netem');
  fireEvent.click(screen.getByRole('button', { name: /Two hosts/ }));
  await vi.waitFor(() => expect(asked).toEqual(['POST /api/labs {"gallery":"two"}']));
});

test('who has no lab yet begins with one of the gallery', async () => {
  labs = [];
  setUp();
  fireEvent.click(await screen.findByRole('button', { name: /Two hosts/ }));
  await vi.waitFor(() => expect(asked).toEqual(['POST /api/labs {"gallery":"two"}']));
});

test('a file that is not taken is told line by line', async () => {
  refusal = {
    code: 'topology-has-problems',
    message: 'x',
    problems: [{ code: 'x', element: 'nodes/b', message: 'no such kind', severity: 'error', line: 5 }],
  };
  setUp(true);
  await screen.findByRole('button', { name: /Two hosts/ });
  const file = new File(['nodes: {}'], 'lab.yaml');
  fireEvent.change(document.querySelector('input[type=file]') ?? document.body, {
    target: { files: [file] },
  });
  expect((await screen.findByRole('alert')).textContent).toBe('The file was not taken:Line 5: no such kind');
});

test('a lab is deleted only after a second yes', async () => {
  setUp();
  const more = await screen.findByRole('button', { name: 'More for my lab' });
  fireEvent.click(more);
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
  expect(asked).toEqual([]);
  fireEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  await vi.waitFor(() => expect(asked).toEqual([`DELETE /api/labs/${LAB.id} `]));
});

test('who is a member of somebody else’s lab may leave it, its owner may not', async () => {
  setUp();
  fireEvent.click(await screen.findByRole('button', { name: 'More for my lab' }));
  await screen.findByRole('menuitem', { name: 'Delete…' });
  expect(screen.queryByRole('menuitem', { name: 'Leave this lab…' })).toBeNull();
  cleanup();
  labs = [{ ...LAB, role: 'view', owner: 'bob' }];
  setUp();
  await screen.findByText(/By bob/);
  fireEvent.click(screen.getByRole('button', { name: 'More for my lab' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Leave this lab…' }));
  expect(screen.queryByRole('menuitem', { name: 'Delete…' })).toBeNull();
  expect(asked).toEqual([]);
  fireEvent.click(await screen.findByRole('button', { name: 'Leave' }));
  await vi.waitFor(() => expect(asked).toEqual([`DELETE /api/labs/${LAB.id}/members/7 `]));
});
