/** The server derives drawings from shared documents by code of its own: both must read the same in them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { toTopology } from '@/doc';
import { LabDocument } from '@/doc/labDocument';

interface Case {
  update: string;
  topology: unknown;
}

const FILE = '../tests/shared/documents.json';
const CASES = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Case>;

describe('a shared document', () => {
  it.each(Object.entries(CASES))('is the drawing that the server reads: %s', (_, { update, topology }) => {
    const ydoc = new Y.Doc();
    Y.applyUpdate(ydoc, Uint8Array.from(Buffer.from(update, 'base64')));
    const read = toTopology(new LabDocument(ydoc).projection);
    expect(JSON.parse(JSON.stringify(read))).toEqual(topology);
  });
});
