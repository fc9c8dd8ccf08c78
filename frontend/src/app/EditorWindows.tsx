import { Suspense, type ComponentType } from 'react';
import { CommandPalette } from '@/features/commandPalette';
import { ExportWindow, PictureWindow } from '@/features/export';
import { ShortcutHelp } from '@/features/help';
import { ShareDialog } from '@/features/share';
import { InsertWindow } from '@/features/shapes';
import { useView, type EditorWindow } from '@/state/view';

const WINDOWS: Readonly<Record<EditorWindow, ComponentType>> = {
  commands: CommandPalette,
  shortcuts: ShortcutHelp,
  shape: InsertWindow,
  share: ShareDialog,
  export: ExportWindow,
  picture: PictureWindow,
};

/** The window over the editor that is asked for; each is loaded then. */
export function EditorWindows() {
  const window = useView((view) => view.window);
  if (window === null) return null;
  const Window = WINDOWS[window];
  return (
    <Suspense>
      <Window />
    </Suspense>
  );
}
