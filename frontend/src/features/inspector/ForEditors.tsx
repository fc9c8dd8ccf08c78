import { use, type ReactNode } from 'react';
import { ReadOnly } from '@/ui';

/** What changes something: not there for those who only read. */
export function ForEditors({ children }: { children: ReactNode }) {
  return use(ReadOnly) ? null : children;
}
