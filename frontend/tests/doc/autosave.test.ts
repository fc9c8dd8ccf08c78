import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosave, fromTopology, ops, type LabDocument, type SaveBackend, type TopologyJson } from '@/doc';
import { TUTORIAL } from './topologies';

/** A server that holds one lab, and refuses a revision that is not the stored one. */
class Server {
  revision = 5;
  topology: TopologyJson | null = null;
  saves = 0;
  reachable = true;
  backend: SaveBackend = {
    save: async (revision, topology) => {
      await Promise.resolve();
      if (!this.reachable) throw new Error('unreachable');
      if (revision !== this.revision) throw new Error('stale');
      this.saves += 1;
      this.revision += 1;
      this.topology = topology;
      return { revision: this.revision, problems: [] };
    },
    storedRevision: () => Promise.resolve(this.revision),
    diagnose: (error) => ({ reason: (error as Error).message === 'stale' ? 'stale' : 'offline' }),
  };
}

let doc: LabDocument;
let server: Server;
let autosave: Autosave;
beforeEach(() => {
  vi.useFakeTimers();
  doc = fromTopology(TUTORIAL);
  server = new Server();
  autosave = new Autosave(doc, 5, server.backend, () => undefined);
  autosave.start();
});
afterEach(() => {
  autosave.stop();
  vi.useRealTimers();
});

test('edits that follow each other are saved together, a moment after the last', async () => {
  ops.renameLab(doc, 'one');
  ops.renameLab(doc, 'two');
  expect(autosave.state.status).toBe('pending');
  await vi.advanceTimersByTimeAsync(2000);
  expect(autosave.state.status).toBe('saved');
  expect(server.saves).toBe(1);
  expect(server.topology?.name).toBe('two');
});

test('flush saves at once and tells the revision that holds the drawing', async () => {
  ops.renameLab(doc, 'now');
  expect(await autosave.flush()).toBe(6);
  expect(server.topology?.name).toBe('now');
  expect(await autosave.flush()).toBe(6);
  expect(server.saves).toBe(1);
});

test('an edit made while a save is on its way is saved next', async () => {
  ops.renameLab(doc, 'first');
  const saving = autosave.flush();
  ops.renameLab(doc, 'second');
  await saving;
  expect(server.topology?.name).toBe('second');
});

test('a server that cannot be reached is tried again', async () => {
  server.reachable = false;
  ops.renameLab(doc, 'kept');
  await vi.advanceTimersByTimeAsync(1000);
  expect(autosave.state.status).toBe('offline');
  server.reachable = true;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(autosave.state.status).toBe('saved');
  expect(server.topology?.name).toBe('kept');
});

test('a newer stored revision stops saving until the person overwrites it', async () => {
  server.revision = 9;
  ops.renameLab(doc, 'mine');
  await vi.advanceTimersByTimeAsync(1000);
  expect(autosave.state.status).toBe('conflict');
  ops.renameLab(doc, 'mine still');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(server.topology).toBeNull();
  await autosave.overwrite();
  expect(server.topology).toMatchObject({ name: 'mine still' });
  expect(autosave.state.status).toBe('saved');
});

test('leaving the editor saves what is pending', async () => {
  ops.renameLab(doc, 'last');
  autosave.stop();
  await vi.advanceTimersByTimeAsync(100);
  expect(server.topology?.name).toBe('last');
});
