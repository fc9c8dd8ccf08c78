import { useLab, useRevision } from '@/state/lab';

/** The lab, and the revision of its drawing that is stored by now. */
export function useStoredRevision(): { id: string; revision: number } {
  const { id } = useLab();
  return { id, revision: useRevision() };
}
