/** The socket that is opened ahead of the editor is the editor's, with all that it has said. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDocumentSocket } from '@/api/documentSocket';
import { openEarly } from '@/api/earlySocket';

const LAB = '2f1d7c52-8f2c-4a40-9d3c-3b1a4a1c7a55';
const OTHER = '2f1d7c52-8f2c-4a40-9d3c-3b1a4a1c7a56';

class FakeSocket {
  static readonly OPEN = 1;
  static opened: FakeSocket[] = [];
  readyState = 0;
  binaryType = '';
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  close = vi.fn();
  constructor(readonly url: string) {
    FakeSocket.opened.push(this);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.opened = [];
  vi.stubGlobal('WebSocket', FakeSocket);
});
afterEach(() => {
  vi.runAllTimers(); // what nobody took is dropped
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function opened(index: number): FakeSocket {
  const socket = FakeSocket.opened[index];
  if (socket === undefined) throw new Error('So many were not opened.');
  return socket;
}
const early = () => opened(0);

/** Takes the lab's socket as the document does, and returns what that hears of it. */
async function take(lab: string): Promise<string[]> {
  const heard: string[] = [];
  const socket = openDocumentSocket(lab) as unknown as FakeSocket;
  socket.onopen = () => heard.push('open');
  socket.onmessage = ({ data }) => heard.push(data);
  await Promise.resolve();
  return heard;
}

test('what was said before it was taken is heard first', async () => {
  openEarly(`/labs/${LAB}`);
  early().readyState = FakeSocket.OPEN;
  early().onmessage?.({ data: 'role' });
  const heard = await take(LAB);
  early().onmessage?.({ data: 'state' });
  expect(heard).toEqual(['open', 'role', 'state']);
  vi.runAllTimers();
  expect(early().close).not.toHaveBeenCalled();
  await take(LAB);
  expect(FakeSocket.opened).toHaveLength(2);
});

test('one that still connects tells its new owner when it is open', async () => {
  openEarly(`/labs/${LAB}`);
  expect(await take(LAB)).toEqual([]);
  expect(early().onopen).not.toBeNull();
});

test.each(['/', '/sign-in', `/labs/${LAB}/more`])('%s opens none', (path) => {
  openEarly(path);
  expect(FakeSocket.opened).toHaveLength(0);
});

test('one that was closed, and one of another lab, are left alone', async () => {
  openEarly(`/labs/${LAB}`);
  await take(OTHER);
  expect(early().close).toHaveBeenCalled();
  openEarly(`/labs/${OTHER}`);
  opened(2).readyState = 3;
  await take(OTHER);
  expect(FakeSocket.opened).toHaveLength(4);
});

test('one that nobody takes is closed after a while', () => {
  openEarly(`/labs/${LAB}`);
  vi.runAllTimers();
  expect(early().close).toHaveBeenCalled();
});
