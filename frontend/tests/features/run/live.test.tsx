import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunEvent } from '@/api';
import { ops } from '@/doc';
import { RunBar } from '@/features/run';
import { runsTheSame } from '@/features/run/liveEdits';
import { endLive } from '@/state/live';
import { useProblems } from '@/state/problems';
import { useRun } from '@/state/run';
import { APPLY_EVENTS, aRun } from '../../api/runOfEvents';
import { TOPOLOGY } from '../matrix/shown';
import { InLab, LAB_ID, openLab } from '../openLab';

/** What the server was asked for; every run tells the same. */
let orders: unknown[];
let told: readonly RunEvent[];

class FakeSocket {
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((close: { code: number }) => void) | null = null;

  constructor() {
    setTimeout(() => {
      for (const event of told) this.onmessage?.({ data: JSON.stringify(event) });
      this.onclose?.({ code: 1000 });
    });
  }

  close(): void {
    this.onclose = null;
  }
}

const STORED = { id: LAB_ID, revision: 1, state: 'running', last_runs: { apply: null, matrix: null } };

async function server(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method === 'GET') return Response.json(pathname.endsWith(LAB_ID) ? STORED : []);
  orders.push(await request.json());
  return Response.json({ ...aRun('apply'), id: `run-${orders.length}` }, { status: 202 });
}

beforeEach(() => {
  orders = [];
  told = APPLY_EVENTS;
  vi.stubGlobal('fetch', server);
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback));
  useRun.getState().reset();
  useProblems.setState(useProblems.getInitialState());
  endLive();
});
afterEach(() => vi.unstubAllGlobals());

async function goLive() {
  const lab = openLab(TOPOLOGY);
  render(
    <InLab lab={lab}>
      <RunBar />
    </InLab>,
  );
  const live = screen.getByRole('switch', { name: 'Live' });
  await waitFor(() => expect(live.getAttribute('aria-disabled')).toBeNull());
  fireEvent.click(live);
  await screen.findByText('Live', { selector: '[role=status] *' });
  await waitFor(() => expect(orders).toHaveLength(1));
  return lab;
}

const LIVE_APPLY = { kind: 'apply', live: true };

test('in live mode each edit is applied as it is made, and so is its undo', async () => {
  const lab = await goLive();
  const [node = ''] = lab.doc.projection.nodes.keys();
  act(() => ops.setNodeField(lab.doc, node, 'hostname', 'other'));
  await waitFor(() => expect(orders).toHaveLength(2));
  await screen.findByText('Live', { selector: '[role=status] *' });
  act(() => lab.doc.undo());
  await waitFor(() => expect(orders).toEqual([LIVE_APPLY, LIVE_APPLY, LIVE_APPLY]));
});

test('a node that is only moved on the canvas is nothing to apply', () => {
  const { doc } = openLab(TOPOLOGY);
  const before = doc.projection;
  const [node = ''] = before.nodes.keys();
  ops.moveNodes(doc, new Map([[node, { x: 500, y: 500 }]]));
  expect(doc.projection).not.toBe(before);
  expect(runsTheSame(before, doc.projection)).toBe(true);
  ops.setNodeField(doc, node, 'hostname', 'other');
  expect(runsTheSame(before, doc.projection)).toBe(false);
});

test('an error in the drawing holds the edit up, and says so', async () => {
  const lab = await goLive();
  const [node = ''] = lab.doc.projection.nodes.keys();
  const problem = { code: 'x', element: '', message: 'two nodes have 10.0.0.1', severity: 'error' as const };
  act(() => {
    useProblems.getState().show([problem], lab.doc.projection);
    ops.setNodeField(lab.doc, node, 'hostname', 'other');
  });
  await screen.findByRole('button', { name: 'Held up: two nodes have 10.0.0.1. Show the problems' });
  expect(orders).toHaveLength(1);
});
