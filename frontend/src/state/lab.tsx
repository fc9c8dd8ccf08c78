/** The lab that is open, for every part of the screen that shows or edits it. */
import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { LabDocument, Presence, Projection, Provider, Role, SaveState } from '@/doc';

/** A lab with its connection to the server. */
export interface OpenLab {
  id: string;
  doc: LabDocument;
  provider: Provider;
  presence: Presence;
}

/** The same, as this person may use it. */
export interface Lab extends OpenLab {
  role: Role;
  canEdit: boolean;
  /** May check, apply and destroy. */
  canRun: boolean;
}

const LabContext = createContext<Lab | null>(null);

export function LabProvider({ lab, children }: { lab: OpenLab; children: ReactNode }) {
  const { provider } = lab;
  const role = useSyncExternalStore(provider.subscribe, () => provider.role) ?? 'view';
  const ended = useSyncExternalStore(provider.subscribe, () => provider.state.status === 'ended');
  const value = useMemo(() => {
    const canEdit = !ended && (role === 'edit' || role === 'own');
    return { ...lab, role, canEdit, canRun: !ended && role !== 'view' };
  }, [lab, role, ended]);
  return <LabContext value={value}>{children}</LabContext>;
}

export function useLab(): Lab {
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
  const { provider } = useLab();
  return useSyncExternalStore(provider.subscribe, () => provider.state);
}

/** The newest revision that the server has told of. */
export function useRevision(): number {
  const { provider } = useLab();
  return useSyncExternalStore(provider.subscribe, () => provider.revision);
}
