import { useEffect, useState } from 'react';
import { Autosave, fromTopology, type Problem, type SaveBackend, type TopologyJson } from '@/doc';
import { Canvas } from '@/features/canvas';
import { CommandWindow } from '@/features/commandPalette';
import { DriftFeed } from '@/features/drift';
import { Find } from '@/features/find';
import { HelpWindow } from '@/features/help';
import { Inspector } from '@/features/inspector';
import { Palette } from '@/features/palette';
import { RateFeed } from '@/features/runtime';
import { LabProvider, type OpenLab } from '@/state/lab';
import { useOverlay } from '@/state/overlay';
import { usePath } from '@/state/path';
import { useProblems } from '@/state/problems';
import { useView } from '@/state/view';
import { loadDialog, loadMenu } from '@/ui';
import { ConflictDialog } from './ConflictDialog';
import { Dock } from './Dock';
import { EditorBar } from './EditorBar';
import css from './LabEditor.module.css';
import { useEditorCommands } from './useEditorCommands';

/** The canvas has been painted by then. */
const WIDGETS_AFTER_MS = 1500;

export interface StoredLab {
  id: string;
  revision: number;
  topology: TopologyJson;
  problems: readonly Problem[];
}

/** The editor of one lab. Give it a new `key` to load the lab anew; `onReload` is asked for that. */
export function LabEditor({
  stored,
  backend,
  onReload,
}: {
  stored: StoredLab;
  backend: SaveBackend;
  onReload: () => void;
}) {
  const [lab] = useState(() => open(stored, backend));
  useSession(lab, stored.problems);
  useEditorCommands(lab);
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
            </div>
            <Dock />
          </div>
          <Inspector />
        </main>
      </div>
      <DriftFeed />
      <CommandWindow />
      <HelpWindow />
      <RateFeed />
      <ConflictDialog onReload={onReload} />
    </LabProvider>
  );
}

function open(stored: StoredLab, backend: SaveBackend): OpenLab {
  const doc = fromTopology(stored.topology);
  const autosave = new Autosave(doc, stored.revision, backend, useProblems.getState().show);
  return { id: stored.id, doc, autosave };
}

/** What opens at a click is there before, also when the server is gone by then. */
function useWidgets(): void {
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadMenu(), loadDialog()]), WIDGETS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}

/** Saves while the lab is open, and does not let the window close over what is not saved. */
function useSession({ doc, autosave }: OpenLab, problems: readonly Problem[]): void {
  useEffect(() => {
    useProblems.getState().show(problems, doc.projection);
    useOverlay.getState().clear();
    usePath.getState().show(null);
    useView.getState().select([]);
    autosave.start();
    const onLeave = (event: BeforeUnloadEvent) => {
      if (autosave.state.status !== 'saved') event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      autosave.stop();
    };
  }, [doc, autosave, problems]);
}
