import { tn } from '@/i18n';
import type { Kind } from './comparedDrawing';

/** A sign and words for what became of an element: colour is never alone. */
export const KIND_MARKS: Record<Kind, { sign: string; title: (count: number) => string }> = {
  added: { sign: '+', title: (count) => tn(count, '{count} added', '{count} added') },
  changed: { sign: '~', title: (count) => tn(count, '{count} changed', '{count} changed') },
  removed: { sign: '−', title: (count) => tn(count, '{count} removed', '{count} removed') },
};
