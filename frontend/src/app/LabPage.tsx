import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { SearchX, ServerCrash } from 'lucide-react';
import { Link } from 'wouter';
import { ApiError, errorText, labQuery, saveBackend, type Lab } from '@/api';
import type { SaveBackend } from '@/doc';
import { Button, EmptyState } from '@/ui';
import { LabEditor } from './LabEditor';
import { Page } from './Page';

/** Reads a lab and opens it in the editor; what is in the cache may be older than what is stored. */
export default function LabPage({ id }: { id: string }) {
  const queries = useQueryClient();
  const [opening, setOpening] = useState(0);
  const [backend] = useState(() => saveBackend(queries, id));
  const { data, error, isFetchedAfterMount, refetch } = useQuery({
    ...labQuery(id),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  if (error !== null && data === undefined) return <LabError error={error} onRetry={() => void refetch()} />;
  if (data === undefined || !isFetchedAfterMount)
    return <div aria-busy aria-label="Opening the lab" role="status" />;
  const reload = async () => {
    await refetch();
    setOpening((count) => count + 1);
  };
  return <Opened key={opening} lab={data} backend={backend} onReload={() => void reload()} />;
}

/** The editor is given what was stored when it was opened; from then on the drawing is its own. */
function Opened({ lab, backend, onReload }: { lab: Lab; backend: SaveBackend; onReload: () => void }) {
  const [stored] = useState(lab);
  return <LabEditor stored={stored} backend={backend} onReload={onReload} />;
}

function LabError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const missing = error instanceof ApiError && error.status === 404;
  return (
    <Page title={missing ? 'No such lab' : 'Lab'}>
      <EmptyState
        icon={missing ? <SearchX size={20} aria-hidden /> : <ServerCrash size={20} aria-hidden />}
        title={missing ? 'This lab is not there' : 'The lab could not be read'}
        text={missing ? 'It was deleted, or it belongs to somebody else.' : errorText(error)}
        action={
          missing ? <Link href="/">Go to your labs</Link> : <Button onClick={onRetry}>Try again</Button>
        }
      />
    </Page>
  );
}
