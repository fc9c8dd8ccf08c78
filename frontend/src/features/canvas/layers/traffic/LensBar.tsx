import { useMemo } from 'react';
import { Activity, Eye, Flame, OctagonX } from 'lucide-react';
import { useRegister, type Command } from '@/commands';
import { t, tn } from '@/i18n';
import { useLab } from '@/state/lab';
import { useRun } from '@/state/run';
import { useTraffic } from '@/state/traffic';
import { useView, type Lens } from '@/state/view';
import { Segmented } from '@/ui';
import { useIsLow } from '../../useIsLow';
import { failuresByNode } from './failures';
import { HEAT_STEPS } from './heat';
import css from './LensBar.module.css';

const ICON_PX = 14;

const lensCommand = (lens: Lens, title: string): Command => ({
  id: `look.lens-${lens}`,
  title,
  group: 'Look',
  run: () => useView.getState().setLens(lens),
});

const LENS_COMMANDS: readonly Command[] = [
  lensCommand('plain', t('Show the plain drawing')),
  lensCommand('rates', t('Show what crosses each link')),
  lensCommand('heat', t('Show how busy links are')),
  lensCommand('failed', t('Show where checks failed')),
];

/** Through which lens the running lab is seen, and what its colours mean. */
export function LensBar() {
  const lens = useView((view) => view.lens);
  const setLens = useView((view) => view.setLens);
  useRegister(LENS_COMMANDS);
  if (useIsLow()) return null;
  return (
    <aside className={css.bar} aria-label={t('What the canvas shows of the running lab')}>
      <Segmented<Lens> label={t('Lens')} value={lens} choices={choices()} onValueChange={setLens} />
      {lens === 'rates' && <Rates />}
      {lens === 'heat' && <HeatLegend />}
      {lens === 'failed' && <FailedLegend />}
    </aside>
  );
}

function choices() {
  const choice = (value: Lens, icon: React.ReactNode, text: string, hint: string) => ({
    value,
    hint,
    label: (
      <>
        {icon}
        {text}
      </>
    ),
  });
  return [
    choice('plain', <Eye size={ICON_PX} aria-hidden />, t('Plain'), t('The drawing and its states')),
    choice('rates', <Activity size={ICON_PX} aria-hidden />, t('Rates'), t('What crosses each link now')),
    choice('heat', <Flame size={ICON_PX} aria-hidden />, t('Heat'), t('How busy each link is')),
    choice('failed', <OctagonX size={ICON_PX} aria-hidden />, t('Failed'), t('Where checks failed')),
  ];
}

function Rates() {
  const busy = useTraffic((traffic) => traffic.links.size);
  const isTold = useTraffic((traffic) => traffic.isTold);
  const text = isTold
    ? tn(busy, '{count} link carries traffic', '{count} links carry traffic')
    : t('Waiting for the host’s figures');
  return <p className={css.words}>{busy === 0 && isTold ? t('Nothing crosses any link now') : text}</p>;
}

function HeatLegend() {
  const words = [
    t('to 10 kbit/s, or 10 % of its limit'),
    t('to 100 kbit/s, or 30 %'),
    t('to 1 Mbit/s, or 60 %'),
    t('to 10 Mbit/s, or 90 %'),
    t('more, or full'),
  ];
  return (
    <ul className={css.legend} aria-label={t('Colours of the links')}>
      {HEAT_STEPS.map(({ token, width_px }, index) => (
        <li key={token}>
          <span className={css.swatch} style={{ background: `var(${token})`, height: width_px / 1.5 }} />
          {words[index]}
        </li>
      ))}
    </ul>
  );
}

function FailedLegend() {
  const { doc } = useLab();
  const run = useRun((runs) => runs.matrix);
  const counts = useMemo(() => {
    if (run?.matrix == null) return null;
    const { projection: now } = doc;
    return failuresByNode(run.matrix, { now, then: doc.projectionAt(run.run.revision) });
  }, [run, doc]);
  if (counts === null) return <p className={css.words}>{t('Nothing has been checked yet')}</p>;
  const failed = [...counts.values()].filter((one) => one.failed > 0).length;
  if (failed === 0) return <p className={css.words}>{t('No check failed')}</p>;
  return (
    <p className={css.words}>
      {tn(failed, '{count} node has failed checks', '{count} nodes have failed checks')}
    </p>
  );
}
