import { useEffect, useMemo, useState } from 'react';
import { CircleCheck, CircleX, ExternalLink, LoaderCircle } from 'lucide-react';
import type { TopologyJson } from '@/doc';
import { LAB_STATES } from '@/features/labs';
import { t, tn } from '@/i18n';
import { Badge } from '@/ui';
import { drawingOf, marksOf, type Drawing } from './drawing';
import { DrawingView } from './DrawingView';
import { useEmbedded, type Embedded } from './embedded';
import css from './EmbedPage.module.css';

/** A lab inside another site's page: its drawing, whether it runs, and how its matrix came out. */
export function EmbedPage({ token, showsMatrix }: { token: string; showsMatrix: boolean }) {
  const reading = useEmbedded(token);
  const name = reading.is === 'shown' ? reading.lab.name : '';
  useEffect(() => {
    document.title = name === '' ? 'Vethwork' : `${name} · Vethwork`;
  }, [name]);
  if (reading.is === 'opening') return <div role="status" aria-busy aria-label={t('Opening the lab')} />;
  if (reading.is === 'gone') return <p className={css.gone}>{t('This lab is not shown here any more.')}</p>;
  return <Shown lab={reading.lab} token={token} showsMatrix={showsMatrix} />;
}

function Shown({ lab, token, showsMatrix }: { lab: Embedded; token: string; showsMatrix: boolean }) {
  const drawing = useDrawing(lab.topology);
  const marks = useMemo(() => (drawing ? marksOf(drawing.projection, lab.nodes) : []), [drawing, lab.nodes]);
  return (
    <div className={css.page}>
      <header className={css.bar}>
        <h1 className={css.title}>
          <a
            href={`/share/${token}`}
            target="_blank"
            rel="noopener noreferrer"
            title={t('Open it in Vethwork')}
          >
            {lab.name}
            <ExternalLink size={13} aria-hidden />
            <span className="vw-sr-only">{t('Open it in Vethwork')}</span>
          </a>
        </h1>
        <div role="status" className={css.standing}>
          <Standing lab={lab} />
          {showsMatrix && lab.state !== 'empty' && <Verdict verdict={lab.verdict} />}
        </div>
      </header>
      <main className={css.main}>{drawing && <DrawingView drawing={drawing} marks={marks} />}</main>
    </div>
  );
}

function Standing({ lab: { state, busy } }: { lab: Embedded }) {
  if (busy) {
    return (
      <Badge tone="info" icon={<LoaderCircle size={11} aria-hidden />}>
        {t('Busy')}
      </Badge>
    );
  }
  const { word, tone, icon } = LAB_STATES[state];
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}

function Verdict({ verdict }: { verdict: Embedded['verdict'] }) {
  const { met = 0, missed = 0 } = verdict ?? {};
  if (met + missed === 0) return null;
  return missed === 0 ? (
    <Badge tone="ok" icon={<CircleCheck size={12} aria-hidden />}>
      {tn(met, 'The one expectation is met', 'All {count} expectations are met')}
    </Badge>
  ) : (
    <Badge tone="bad" icon={<CircleX size={12} aria-hidden />}>
      {tn(missed, 'One expectation is missed', '{count} expectations are missed')}
    </Badge>
  );
}

/** Drawn beside React, which the icons need. */
function useDrawing(topology: TopologyJson): Drawing | null {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDrawing(drawingOf(topology)));
    return () => clearTimeout(timer);
  }, [topology]);
  return drawing;
}
