import { useEffect, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { MousePointerClick, RefreshCw, Unplug } from 'lucide-react';
import { errorText, observeNode, type NodeSeen } from '@/api';
import { t } from '@/i18n';
import { formatDate } from '@/i18n';
import { useDrift } from '@/state/drift';
import { useOverlay } from '@/state/overlay';
import { useTraffic } from '@/state/traffic';
import { useTopology } from '@/state/lab';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { Button, EmptyState, Panel, PanelBody, PanelHeadline, PanelSkeleton, PanelToolbar } from '@/ui';
import css from './ObservedPanel.module.css';
import { Interfaces, Neighbours, Peers, Routes, Rules, Services } from './tables';

const STALE_MS = 1500;

/** What the kernel has of the selected node now, and what of it is not as drawn. */
export function ObservedPanel() {
  const selected = useView((view) => (view.nodes.size === 1 ? [...view.nodes][0] : undefined));
  const name = useTopology(({ nodes }) => (selected === undefined ? undefined : nodes.get(selected)?.name));
  if (selected === undefined || name === undefined) {
    return (
      <EmptyState
        icon={<MousePointerClick size={20} aria-hidden />}
        title={t('Select one node')}
        text={t('Its interfaces, routes, neighbours, rules and services show here as the kernel has them.')}
      />
    );
  }
  return <Observed key={selected} id={selected} name={name} />;
}

function Observed({ id, name }: { id: string; name: string }) {
  const lab = useLab();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['observed', lab.id, name],
    queryFn: () => observeNode(lab.id, name),
    staleTime: STALE_MS,
    retry: false,
  });
  useChanges(() => void refetch());
  const refresh = (
    <Button
      size="s"
      busy={isFetching && data === undefined}
      icon={<RefreshCw size={14} aria-hidden />}
      onClick={() => void refetch()}
    >
      {t('Look again')}
    </Button>
  );
  if (error !== null) {
    return (
      <EmptyState
        icon={<Unplug size={20} aria-hidden />}
        title={t('{name} cannot be looked at', { name })}
        text={errorText(error)}
        action={refresh}
      />
    );
  }
  if (data === undefined) return <PanelSkeleton label={t('Looking…')} />;
  return (
    <Panel>
      <PanelToolbar>
        <PanelHeadline>
          <strong>{data.node}</strong> {t('as it was at')}{' '}
          {formatDate(new Date(data.at * 1000), { hour: '2-digit', minute: '2-digit', second: '2-digit' })}
        </PanelHeadline>
        {refresh}
      </PanelToolbar>
      <PanelBody label={t('What there is')}>
        <Differences id={id} />
        <Tables seen={data} />
      </PanelBody>
    </Panel>
  );
}

/** No more often: each look asks the host. */
const LOOK_AGAIN_MS = 2000;

/** Calls back when the host has said that something is another: an apply, a change by hand, traffic. */
function useChanges(look: () => void): void {
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    let timer: number | undefined;
    const soon = () => {
      timer ??= window.setTimeout(() => {
        timer = undefined;
        if (document.visibilityState === 'visible') latest.current();
      }, LOOK_AGAIN_MS);
    };
    const stops = [useDrift.subscribe(soon), useTraffic.subscribe(soon), useOverlay.subscribe(soon)];
    return () => {
      window.clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, []);
}

/** What the watcher found at the node, in words: also what no table below shows. */
function Differences({ id }: { id: string }) {
  const texts = useDrift((drift) => drift.byElement.get(id));
  if (texts === undefined) return null;
  return (
    <section className={css.differences} aria-label={t('Not as applied')}>
      <h3>{t('Not as applied')}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function Tables({ seen }: { seen: NodeSeen }) {
  return (
    <>
      <Interfaces interfaces={seen.interfaces} />
      <Routes routes={seen.routes} />
      <Neighbours neighbours={seen.neighbours} />
      {seen.peers.length > 0 && <Peers peers={seen.peers} />}
      {seen.services.length > 0 && <Services services={seen.services} />}
      {(seen.rules.length > 0 || seen.rules_changed) && (
        <Rules rules={seen.rules} changed={seen.rules_changed} />
      )}
    </>
  );
}
