/** The messages of the document's socket: y-websocket's, and three of our own. */
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array, type Encoder } from 'lib0/encoding';
import type { Problem } from './topology';

const SYNC = 0;
const AWARENESS = 1;
const QUERY_AWARENESS = 3;
/** From the server, JSON: what it found in the drawing that it stored, or what this person may do. */
const TOLD = 100;
/** To the server and back, a number: every edit sent before it is stored. */
const MARK = 101;
/** The same, and the drawing with these edits is the lab's newest revision, whose number comes back too. */
const SETTLE = 102;

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

export type Role = 'view' | 'run' | 'edit' | 'own';

/** Whether the drawing is what runs. */
export type Standing = 'empty' | 'running' | 'changed' | 'unknown';

/** An attempt to do something with the lab on its host, whoever started it. */
export interface ToldRun {
  id: string;
  lab_id: string;
  kind: 'apply' | 'destroy' | 'matrix' | 'plan' | 'flap' | 'rules';
  status: 'queued' | 'running' | 'succeeded' | 'failed';
  started_at: string | null;
  finished_at: string | null;
  summary: string;
  revision: number;
}

export interface Told {
  run?: ToldRun;
  role?: Role;
  revision?: number;
  problems?: readonly Problem[];
  state?: Standing;
}

export type Message =
  /** The server says what it has, and asks for what it lacks. */
  | { type: 'asked'; state: Uint8Array }
  /** `whole`: it was all that was missing here. */
  | { type: 'update'; update: Uint8Array; whole: boolean }
  | { type: 'awareness'; update: Uint8Array }
  | { type: 'told'; told: Told }
  | { type: 'stored'; mark: number }
  | { type: 'settled'; mark: number; revision: number }
  | { type: 'unknown' };

export function readMessage(bytes: Uint8Array): Message {
  const decoder = createDecoder(bytes);
  switch (readVarUint(decoder)) {
    case SYNC: {
      const step = readVarUint(decoder);
      const body = readVarUint8Array(decoder);
      if (step === STEP_1) return { type: 'asked', state: body };
      return { type: 'update', update: body, whole: step === STEP_2 };
    }
    case AWARENESS:
      return { type: 'awareness', update: readVarUint8Array(decoder) };
    case TOLD:
      return { type: 'told', told: JSON.parse(readVarString(decoder)) as Told };
    case MARK:
      return { type: 'stored', mark: readVarUint(decoder) };
    case SETTLE:
      return { type: 'settled', mark: readVarUint(decoder), revision: readVarUint(decoder) };
    default:
      return { type: 'unknown' };
  }
}

function written(write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder();
  write(encoder);
  return toUint8Array(encoder);
}

function syncMessage(step: number, body: Uint8Array): Uint8Array {
  return written((encoder) => {
    writeVarUint(encoder, SYNC);
    writeVarUint(encoder, step);
    writeVarUint8Array(encoder, body);
  });
}

function numbers(...values: readonly number[]): Uint8Array {
  return written((encoder) => {
    for (const value of values) writeVarUint(encoder, value);
  });
}

/** Says what is here, and asks for what is missing. */
export const askMessage = (state: Uint8Array) => syncMessage(STEP_1, state);
export const answerMessage = (update: Uint8Array) => syncMessage(STEP_2, update);
export const updateMessage = (update: Uint8Array) => syncMessage(UPDATE, update);
export const markMessage = (mark: number) => numbers(MARK, mark);
export const settleMessage = (mark: number) => numbers(SETTLE, mark);
export const queryAwarenessMessage = () => numbers(QUERY_AWARENESS);

export function awarenessMessage(update: Uint8Array): Uint8Array {
  return written((encoder) => {
    writeVarUint(encoder, AWARENESS);
    writeVarUint8Array(encoder, update);
  });
}
