import { Suspense, useEffect, useState } from 'react';
import type { Lab } from '@/api';
import { Canvas } from '@/features/canvas';
import { DriftFeed } from '@/features/drift';
import { Find } from '@/features/find';
import { Comparison } from '@/features/history';
import { Inspector } from '@/features/inspector';
import { Palette } from '@/features/palette';
import { RateFeed, WhileRunning } from '@/features/runtime';
import { Tour } from '@/features/tour';
import { YamlSide } from '@/features/yaml';
import { LabProvider, useSaveState, type OpenLab } from '@/state/lab';
import { useOverlay } from '@/state/overlay';
import { usePath } from '@/state/path';
import { useView } from '@/state/view';
import { lazyPart, loadDialog, loadMenu } from '@/ui';
import { Dock } from './Dock';
import { EditorBar } from './EditorBar';
import { EditorCommands } from './EditorCommands';
import { EditorWindows } from './EditorWindows';
import css from './LabEditor.module.css';

const EndedDialog = lazyPart(async () => (await import('./EndedDialog')).EndedDialog);

/** The canvas has been painted by then. */
const WIDGETS_AFTER_MS = 1500;

/** The editor of one lab, whose document is here; `stored` is what was known of it when it was opened. */
export function LabEditor({ lab, stored }: { lab: OpenLab; stored: Lab }) {
  useSession(lab, stored);
  useWidgets();
  return (
    <LabProvider lab={lab}>
      <div className={css.editor}>
        <EditorBar />
        <main className={css.main}>
          <div className={css.work}>
            <div className={css.stage}>
              <Canvas />
              <Palette />
              <Find />
              <Tour />
              <Comparison />
            </div>
            <Dock />
          </div>
          <YamlSide />
          <Inspector />
        </main>
      </div>
      <DriftFeed />
      <EditorCommands />
      <EditorWindows />
      <WhileRunning>
        <RateFeed />
      </WhileRunning>
      <Ended />
    </LabProvider>
  );
}

function Ended() {
  const state = useSaveState();
  if (state.status !== 'ended') return null;
  return (
    <Suspense>
      <EndedDialog state={state} />
    </Suspense>
  );
}

/** What opens at a click is there before, also when the server is gone by then. */
function useWidgets(): void {
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadMenu(), loadDialog()]), WIDGETS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}

/** Does not let the window close over what only this window has. */
function useSession({ provider }: OpenLab, stored: Lab): void {
  const [opened] = useState(stored);
  useEffect(() => {
    provider.begin(opened.revision, opened.problems);
    useOverlay.getState().clear();
    usePath.getState().show(null);
    useView.getState().select([]);
    const onLeave = (event: BeforeUnloadEvent) => {
      const { state } = provider;
      if (state.status === 'saving' || ('unsaved' in state && state.unsaved)) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [provider, opened]);
}
