/** An open lab as every part of the editor expects it, with a server that always answers. */
import { useState, type ReactNode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { labQuery, type Lab } from '@/api';
import { fromTopology, Presence, Provider, type TopologyJson } from '@/doc';
import { LabProvider, type OpenLab } from '@/state/lab';
import { Toasts } from '@/ui';
import { DocumentServer } from '../doc/documentServer';

export const LAB_ID = '00000000-0000-4000-8000-0000000000aa';

export function openLab(topology: TopologyJson): OpenLab {
  const doc = fromTopology(topology);
  const server = new DocumentServer();
  const provider = new Provider(doc, server.open);
  provider.start();
  server.admitAll();
  return { id: LAB_ID, doc, provider, presence: new Presence(provider.awareness) };
}

/** The server need not be asked about a lab that was read just now. */
function queriesOf(lab: OpenLab): QueryClient {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const stored: Lab = {
    id: lab.id,
    role: 'own',
    name: 'two',
    revision: 1,
    topology: {},
    yaml: null,
    problems: [],
    updated_at: '2026-01-01T00:00:00Z',
    state: 'running',
    last_runs: { apply: null, matrix: null },
  };
  queries.setQueryData(labQuery(lab.id).queryKey, stored);
  return queries;
}

export function InLab({ lab, children }: { lab: OpenLab; children: ReactNode }) {
  const [queries] = useState(() => queriesOf(lab));
  return (
    <QueryClientProvider client={queries}>
      <LabProvider lab={lab}>{children}</LabProvider>
      <Toasts />
    </QueryClientProvider>
  );
}
