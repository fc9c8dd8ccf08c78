import { Suspense, useEffect, useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import { labQuery, type Lab } from '@/api';
import { t } from '@/i18n';
import { prepareCanvas } from '@/features/canvas';
import type { OpenLab } from '@/state/lab';
import { Boundary, lazyPart } from '@/ui';
import { LabEditor } from './LabEditor';
import { useOpenLab } from './useOpenLab';

const LabError = lazyPart(async () => (await import('./Nowhere')).LabError);

/** Opens a lab in the editor: what is known of it comes by REST, the drawing over its socket. */
export default function LabPage({ id }: { id: string }) {
  const lab = useOpenLab(id);
  const { data, error, isFetchedAfterMount, refetch } = useQuery({
    ...labQuery(id),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  const nodes = Object.keys(data?.topology.nodes ?? {}).length;
  useEffect(() => prepareCanvas(nodes), [nodes]);
  if (error !== null && data === undefined)
    return (
      <Suspense fallback={<Opening />}>
        <LabError error={error} onRetry={() => void refetch()} />
      </Suspense>
    );
  if (lab === null || data === undefined || !isFetchedAfterMount) return <Opening />;
  return <Opened lab={lab} stored={data} />;
}

/** Nothing is drawn before all of it is here. */
function Opened({ lab, stored }: { lab: OpenLab; stored: Lab }) {
  const { provider } = lab;
  const isReady = useSyncExternalStore(provider.subscribe, () => provider.isReady);
  return isReady ? (
    <Boundary>
      <LabEditor lab={lab} stored={stored} />
    </Boundary>
  ) : (
    <Opening />
  );
}

function Opening() {
  return <div aria-busy aria-label={t('Opening the lab')} role="status" />;
}
