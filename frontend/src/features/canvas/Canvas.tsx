import { Suspense, useRef } from 'react';
import { ReactFlowProvider } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { CommentMarks } from '@/features/comments';
import { PresenceLayer } from '@/features/presence';
import { WhileRunning } from '@/features/runtime';
import { t } from '@/i18n';
import { useTopology } from '@/state/lab';
import { lazyPart } from '@/ui';
import css from './Canvas.module.css';
import { CanvasControls } from './CanvasControls';
import { EmptyCanvas } from './EmptyCanvas';
import { Flow } from './Flow';
import { useClipboard } from './gestures/clipboard';
import { Minimap } from './layers/Minimap';
import { QuickAdd } from './QuickAdd';
import { OVERVIEW_ABOVE } from './useTier';

const loadOverview = async () => (await import('./layers/Overview')).Overview;
const Overview = lazyPart(loadOverview, true);
const Running = lazyPart(async () => (await import('./layers/traffic')).Running, true);
const Later = lazyPart(async () => (await import('./Later')).Later, true);

/** Loads what a drawing of so many nodes is first shown by, which may be done before the drawing is here. */
export function prepareCanvas(nodes: number): void {
  // Whoever shows it later tells of a failure.
  if (nodes > OVERVIEW_ABOVE) loadOverview().catch(() => undefined);
}

/** Where the network is drawn. */
export function Canvas() {
  const isBig = useTopology((projection) => projection.positions.size > OVERVIEW_ABOVE);
  const section = useRef<HTMLElement>(null);
  useClipboard(section);
  return (
    <ReactFlowProvider>
      <section ref={section} className={css.canvas} aria-label={t('Drawing')}>
        <Flow />
        {isBig && (
          <Suspense>
            <Overview />
          </Suspense>
        )}
        <EmptyCanvas />
        <Minimap />
        <CanvasControls />
        <WhileRunning>
          <Running />
        </WhileRunning>
        <Suspense>
          <CommentMarks />
          <PresenceLayer />
        </Suspense>
      </section>
      <QuickAdd />
      <Suspense>
        <Later />
      </Suspense>
    </ReactFlowProvider>
  );
}
