import { lazy, Suspense, useRef } from 'react';
import { ReactFlowProvider } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import css from './Canvas.module.css';
import { useCanvas } from './canvasStore';
import { CanvasControls } from './CanvasControls';
import { EmptyCanvas } from './EmptyCanvas';
import { Flow } from './Flow';
import { useClipboard } from './gestures/clipboard';
import { Minimap } from './layers/Minimap';
import { Overview } from './layers/Overview';
import { LinkHint } from './LinkHint';
import { QuickAdd } from './QuickAdd';

const ShortcutHelp = lazy(async () => ({ default: (await import('./ShortcutHelp')).ShortcutHelp }));

/** Where the network is drawn. */
export function Canvas() {
  const section = useRef<HTMLElement>(null);
  const helpOpen = useCanvas((canvas) => canvas.helpOpen);
  useClipboard(section);
  return (
    <ReactFlowProvider>
      <section ref={section} className={css.canvas} aria-label="Drawing">
        <Flow />
        <Overview />
        <EmptyCanvas />
        <LinkHint />
        <Minimap />
        <CanvasControls />
      </section>
      <QuickAdd />
      {helpOpen && (
        <Suspense>
          <ShortcutHelp />
        </Suspense>
      )}
    </ReactFlowProvider>
  );
}
