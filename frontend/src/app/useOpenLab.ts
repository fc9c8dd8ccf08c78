import { useMemo, useSyncExternalStore } from 'react';
import * as Y from 'yjs';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { noteRevision, openDocumentSocket } from '@/api';
import { LabDocument, Presence, Provider } from '@/doc';
import { t } from '@/i18n';
import type { OpenLab } from '@/state/lab';
import { useProblems } from '@/state/problems';
import { toast } from '@/ui';

/** Connects to a lab's document for as long as the page shows it. */
export function useOpenLab(id: string): OpenLab | null {
  const queries = useQueryClient();
  const connection = useMemo(() => {
    let lab: OpenLab | null = null;
    const subscribe = () => {
      const opened = connect(id, queries);
      lab = opened;
      return () => {
        lab = null;
        disconnect(opened);
      };
    };
    return { subscribe, lab: () => lab };
  }, [id, queries]);
  return useSyncExternalStore(connection.subscribe, connection.lab);
}

function connect(id: string, queries: QueryClient): OpenLab {
  const doc = new LabDocument(new Y.Doc());
  const provider = new Provider(
    doc,
    () => openDocumentSocket(id),
    (revision, problems, projection) => {
      useProblems.getState().show(problems, projection);
      noteRevision(queries, id, revision);
    },
  );
  doc.onRefused = () => toast({ title: t('You may look at this lab, but not change it') });
  provider.start();
  return { id, doc, provider, presence: new Presence(provider.awareness) };
}

function disconnect({ doc, provider, presence }: OpenLab): void {
  presence.stop();
  provider.stop();
  doc.destroy();
}
