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
  const connection = useMemo(() => new Connection(id, queries), [id, queries]);
  return useSyncExternalStore(connection.subscribe, () => connection.lab);
}

class Connection {
  lab: OpenLab | null = null;
  readonly #id: string;
  readonly #queries: QueryClient;

  constructor(id: string, queries: QueryClient) {
    this.#id = id;
    this.#queries = queries;
  }

  subscribe = (): (() => void) => {
    const opened = connect(this.#id, this.#queries);
    this.lab = opened;
    return () => {
      this.lab = null;
      disconnect(opened);
    };
  };
}

function connect(id: string, queries: QueryClient): OpenLab {
  const doc = new LabDocument(new Y.Doc());
  const provider = new Provider(
    doc,
    () => openDocumentSocket(id),
    (checked, projection) => {
      useProblems.getState().show(checked.problems, projection);
      noteRevision(queries, id, checked.revision, checked.state);
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
