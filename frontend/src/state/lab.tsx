/** The lab that is open, for every part of the screen that shows or edits it. */
import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { Autosave, LabDocument, Projection, SaveState } from '@/doc';

export interface OpenLab {
  id: string;
  doc: LabDocument;
  autosave: Autosave;
}

const LabContext = createContext<OpenLab | null>(null);

export function LabProvider({ lab, children }: { lab: OpenLab; children: ReactNode }) {
  return <LabContext value={lab}>{children}</LabContext>;
}

export function useLab(): OpenLab {
  const lab = useContext(LabContext);
  if (lab === null) throw new Error('useLab is used outside of an open lab.');
  return lab;
}

/** A slice of the drawing. `select` must return the same object for the same projection: pick, don't build. */
export function useTopology<Slice>(select: (projection: Projection) => Slice): Slice {
  const { doc } = useLab();
  return useSyncExternalStore(doc.subscribe, () => select(doc.projection));
}

export function useSaveState(): SaveState {
  const { autosave } = useLab();
  return useSyncExternalStore(autosave.subscribe, () => autosave.state);
}
