import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Run } from '@/api';
import { stopFollowing } from '@/features/run/follow';
import { showRuns } from '@/features/run/lastRuns';
import { useRun } from '@/state/run';
import { aRun } from '../../api/runOfEvents';
import { TOPOLOGY } from '../matrix/shown';
import { LAB_ID, openLab } from '../openLab';

/** What the server was asked for. */
let followed: string[];
let asked: string[];

class FakeSocket {
  onmessage = null;
  onclose = null;

  constructor(address: string) {
    followed.push(/runs\/([^?]+)/.exec(address)?.[1] ?? '');
  }

  close(): void {
    followed.push('closed');
  }
}

const STORED = { id: LAB_ID, revision: 1, state: 'empty', last_runs: { apply: null, matrix: null } };

beforeEach(() => {
  followed = [];
  asked = [];
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('fetch', (request: Request) => {
    const { pathname } = new URL(request.url);
    asked.push(pathname);
    return Promise.resolve(Response.json(pathname.endsWith(LAB_ID) ? STORED : []));
  });
  useRun.getState().reset();
});
afterEach(() => {
  stopFollowing();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function told(number: number, kind: 'apply' | 'matrix' = 'apply'): Run {
  return { ...aRun(kind), id: `run-${kind}-${number}`, status: 'running' };
}

test('of many runs that somebody begins in a second the first and the newest are followed', async () => {
  const lab = openLab(TOPOLOGY);
  const stop = showRuns(lab, new QueryClient());
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  vi.useFakeTimers();
  for (let number = 0; number < 10; number += 1) lab.provider.onRun(told(number), 'running');
  lab.provider.onRun(told(0, 'matrix'), 'running');
  expect(followed).toEqual(['run-apply-0', 'run-matrix-0']);
  vi.advanceTimersByTime(1000);
  expect(followed).toEqual(['run-apply-0', 'run-matrix-0', 'run-apply-9']);
  stop();
});

test('whoever leaves the lab follows nothing that was told before', async () => {
  const lab = openLab(TOPOLOGY);
  const stop = showRuns(lab, new QueryClient());
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  vi.useFakeTimers();
  for (let number = 0; number < 3; number += 1) lab.provider.onRun(told(number), 'running');
  stop();
  vi.advanceTimersByTime(5000);
  expect(followed).toEqual(['run-apply-0']);
});
