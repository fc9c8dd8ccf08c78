import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NotSaved, ops } from '@/doc';
import { DocumentServer, openWindow, type OpenWindow } from './documentServer';

let server: DocumentServer;
beforeEach(() => {
  vi.useFakeTimers();
  server = new DocumentServer();
});
afterEach(() => vi.useRealTimers());

const names = ({ doc }: OpenWindow) => [...doc.projection.nodes.values()].map((node) => node.name);
const HERE = { x: 0, y: 0 };

test('an edit is seen by the other, and each undoes what is their own', async () => {
  const [ana, ben] = [await openWindow(server), await openWindow(server)];
  ops.addNode(ana.doc, 'host', HERE);
  ops.addNode(ben.doc, 'router', HERE);
  expect(names(ana)).toEqual(['h1', 'r1']);
  ana.doc.undo();
  expect(names(ben)).toEqual(['r1']);
  ana.doc.undo();
  expect(names(ben)).toEqual(['r1']);
});

test('edits made while nobody answers stay here and merge', async () => {
  const [ana, ben] = [await openWindow(server), await openWindow(server)];
  server.reachable = false;
  server.cutAll();
  ops.addNode(ana.doc, 'host', HERE);
  ops.addNode(ben.doc, 'router', HERE);
  expect(ana.provider.state).toEqual({ status: 'offline', unsaved: true });
  server.reachable = true;
  await vi.advanceTimersByTimeAsync(5000);
  expect(ana.provider.state.status).toBe('saved');
  expect(names(ana).sort()).toEqual(['h1', 'r1']);
  expect(names(ben).sort()).toEqual(['h1', 'r1']);
});

test('everybody leaves, and whoever comes back finds everything', async () => {
  const ana = await openWindow(server);
  ops.addNode(ana.doc, 'host', HERE);
  ana.provider.stop();
  expect(server.sockets.size).toBe(0);
  expect(names(await openWindow(server))).toEqual(['h1']);
});

test('it is saved when the server says so, and one question is asked at a time', async () => {
  const { doc, provider } = await openWindow(server);
  server.slow = true;
  ops.addNode(doc, 'host', HERE);
  ops.addNode(doc, 'host', HERE);
  ops.addNode(doc, 'host', HERE);
  expect(provider.state.status).toBe('saving');
  expect(server.received.filter((type) => type === 101)).toHaveLength(1);
  server.answerAll();
  expect(provider.state.status).toBe('saving');
  server.answerAll();
  expect(provider.state.status).toBe('saved');
});

test('who may only look writes nothing, and edits nothing', async () => {
  const ana = await openWindow(server);
  const eve = await openWindow(server, 'view');
  const refused = vi.fn();
  eve.doc.onRefused = refused;
  ops.addNode(eve.doc, 'host', HERE);
  expect(refused).toHaveBeenCalledOnce();
  expect(names(eve)).toEqual([]);
  ops.addNode(ana.doc, 'router', HERE);
  expect(names(eve)).toEqual(['r1']);
  eve.doc.undo();
  expect(names(eve)).toEqual(['r1']);
  server.cutAll();
  await vi.advanceTimersByTimeAsync(5000);
  expect(eve.provider.state).toEqual({ status: 'viewing' });
});

test('who is let edit later edits from then on', async () => {
  const eve = await openWindow(server, 'view');
  expect(eve.provider.state).toEqual({ status: 'viewing' });
  const [socket] = server.sockets;
  if (socket) server.giveRole(socket, 'edit');
  ops.addNode(eve.doc, 'host', HERE);
  expect(eve.provider.state).toEqual({ status: 'saved' });
  expect(names(await openWindow(server))).toEqual(['h1']);
});

test.each([
  [4401, 'signed-out'],
  [4403, 'withdrawn'],
  [4404, 'missing'],
  [4413, 'too-big'],
])('after %i it is not tried again', async (code, reason) => {
  const { doc, provider } = await openWindow(server);
  server.cutAll(code);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(provider.state).toEqual({ status: 'ended', reason, unsaved: false });
  ops.addNode(doc, 'host', HERE);
  expect(doc.projection.nodes.size).toBe(0);
});

test('a flush gives the revision that holds all of this window', async () => {
  const { doc, provider } = await openWindow(server);
  ops.addNode(doc, 'host', HERE);
  const revision = await provider.flush();
  expect(revision).toBe(2);
  const flushed = doc.projection;
  ops.addNode(doc, 'host', HERE);
  expect(doc.projectionAt(revision)).toBe(flushed);
  server.reachable = false;
  server.cutAll();
  await expect(provider.flush()).rejects.toThrow(NotSaved);
});

test('a server that says nothing is left and found again', async () => {
  const { provider } = await openWindow(server);
  const [lost] = server.sockets;
  await vi.advanceTimersByTimeAsync(34_000);
  expect(server.sockets).toContain(lost);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(server.sockets).not.toContain(lost);
  expect(provider.state.status).toBe('saved');
});
