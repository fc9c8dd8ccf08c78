import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunEvent } from '@/api';
import { useCommands, useShortcuts } from '@/commands';
import { RunBar } from '@/features/run';
import { useOverlay } from '@/state/overlay';
import { useProblems } from '@/state/problems';
import { useRun } from '@/state/run';
import { useView } from '@/state/view';
import { APPLY_EVENTS, aRun, numbered } from '../../api/runOfEvents';
import { EVENTS, TOPOLOGY } from '../matrix/shown';
import { InLab, LAB_ID, openLab } from '../openLab';

/** What the server was asked for, and what the next run shall tell. */
let orders: unknown[];
let answers: Record<string, { status: number; body: unknown }>;
let told: Record<string, readonly RunEvent[]>;

let storedLab: unknown;
const STORED_LAB = { id: LAB_ID, revision: 1, state: 'running', last_runs: { apply: null, matrix: null } };

class FakeSocket {
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((close: { code: number }) => void) | null = null;

  constructor(address: string) {
    const [, runId = ''] = /runs\/([^?]+)/.exec(address) ?? [];
    setTimeout(() => {
      const events = told[runId] ?? [];
      for (const event of events) this.onmessage?.({ data: JSON.stringify(event) });
      if (events.at(-1)?.type === 'finished') this.onclose?.({ code: 1000 });
    });
  }

  close(): void {
    this.onclose = null;
  }
}

async function server(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method === 'GET' && pathname === `/api/labs/${LAB_ID}`) return Response.json(storedLab);
  if (request.method !== 'POST') return Response.json([]);
  const order = (await request.json()) as { kind: string };
  orders.push(order);
  const answer = answers[order.kind] ?? { status: 202, body: aRun(order.kind as 'apply') };
  return Response.json(answer.body, { status: answer.status });
}

beforeEach(() => {
  orders = [];
  storedLab = STORED_LAB;
  answers = {};
  told = { [aRun('apply').id]: APPLY_EVENTS, [aRun('matrix').id]: EVENTS };
  vi.stubGlobal('fetch', server);
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback));
  useRun.getState().reset();
  useOverlay.getState().clear();
  useProblems.setState(useProblems.getInitialState());
  useView.getState().setPanels({ dockTab: null });
});
afterEach(() => vi.unstubAllGlobals());

function Editor() {
  useShortcuts();
  return <RunBar />;
}

function setUp() {
  useCommands.setState({ may: { edit: true, run: true } });
  const lab = openLab(TOPOLOGY);
  render(
    <InLab lab={lab}>
      <Editor />
    </InLab>,
  );
  return lab;
}

test('apply builds the lab, shows it on the canvas, and then checks the matrix by itself', async () => {
  const lab = setUp();
  fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  expect(await screen.findByText('2 expectations missed')).toBeTruthy();
  expect(orders).toEqual([{ kind: 'apply' }, { kind: 'matrix' }]);
  expect(useView.getState().dockTab).toBe('matrix');
  const [a] = lab.doc.projection.nodes.keys();
  const [link] = lab.doc.projection.links.keys();
  expect(useOverlay.getState().nodes.get(a ?? '')).toBe('up');
  expect(useOverlay.getState().links.get(link ?? '')).toBe('up');
  expect(useRun.getState().matrix?.status).toBe('succeeded');
});

test('Ctrl+Enter applies from anywhere', async () => {
  setUp();
  fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
  await vi.waitFor(() => expect(orders).toContainEqual({ kind: 'apply' }));
  await screen.findByText('2 expectations missed');
});

test('what the host refuses is said, stands at its element, and no matrix is asked for', async () => {
  const message = 'a:eth0: there is one already: remove it';
  told[aRun('apply').id] = numbered([
    { type: 'started', kind: 'apply', lab: 'x', attempt: 1 },
    { type: 'refused', operation: 'create cable', errno: 17, message, element: 'links/0' },
    { type: 'finished', status: 'failed', summary: 'one operation refused' },
  ]);
  const lab = setUp();
  fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  expect(await screen.findByText('Apply failed')).toBeTruthy();
  expect(screen.getByText(message)).toBeTruthy();
  const [link] = lab.doc.projection.links.keys();
  expect(useProblems.getState().byElement.get(link ?? '')?.messages).toEqual([message]);
  expect(orders).toEqual([{ kind: 'apply' }]);
});

test('a drawing with problems is not run: they are shown', async () => {
  const problem = { code: 'x', element: 'nodes/a', message: 'a has no link', severity: 'error' };
  answers.apply = {
    status: 422,
    body: { code: 'topology-has-problems', message: 'One problem', problems: [problem] },
  };
  setUp();
  fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  expect(await screen.findByText('Apply was not started')).toBeTruthy();
  expect(useProblems.getState().problems).toHaveLength(1);
  expect(useView.getState().dockTab).toBe('problems');
});

test('while a run is under way a second one is not ordered', async () => {
  told[aRun('apply').id] = APPLY_EVENTS.slice(0, 3);
  setUp();
  fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  expect(await screen.findByRole('progressbar')).toBeTruthy();
  await vi.waitFor(() => expect(screen.getByText('1 / 2')).toBeTruthy());
  fireEvent.click(screen.getByRole('button', { name: 'Plan' }));
  act(() => void fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true }));
  expect(orders).toEqual([{ kind: 'apply' }]);
});

test('that an apply has ended is known before it is on record', async () => {
  const apply = aRun('apply', { status: 'running' });
  storedLab = { ...STORED_LAB, state: 'unknown', last_runs: { apply, matrix: null } };
  setUp();
  fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  await screen.findByText('2 expectations missed');
  await vi.waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(screen.getByText('Running')).toBeTruthy();
});
