import { ClipboardPaste, Maximize, Plus, SquareDashed, StickyNote } from 'lucide-react';
import type { Point } from '@/doc';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { MenuItem, MenuSeparator } from '@/ui';
import { useCanvas } from '../canvasStore';
import { AngleItem } from './AngleItem';
import { ForEditors } from './EditItems';
import { pasteFromClipboard } from '../gestures/clipboard';
import { centred } from '../gestures/connect';
import { addNote, addRegion } from '../gestures/arrange';
import { selectAll } from '../gestures/edit';
import { onGrid } from '../gestures/place';
import { useFit } from '../useFit';

const ICON = 15;
const FIT_MS = 200;

/** On empty space. */
export function PaneMenu({ place, screen }: { place: Point; screen: Point }) {
  const { doc } = useLab();
  const fit = useFit();
  const quickAdd = { screen, place: onGrid(centred(place)), from: null };
  return (
    <>
      <ForEditors>
        <MenuItem
          icon={<Plus size={ICON} />}
          shortcut="A"
          onSelect={() => requestAnimationFrame(() => useCanvas.setState({ quickAdd }))}
        >
          {t('Add a node…')}
        </MenuItem>
        <MenuItem icon={<StickyNote size={ICON} />} shortcut="N" onSelect={() => addNote(doc, place)}>
          {t('Add a note')}
        </MenuItem>
        <MenuItem icon={<SquareDashed size={ICON} />} onSelect={() => addRegion(doc, place)}>
          {t('Add a region')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          icon={<ClipboardPaste size={ICON} />}
          shortcut="Mod+V"
          onSelect={() => void pasteFromClipboard(doc, place)}
        >
          {t('Paste')}
        </MenuItem>
        <AngleItem />
      </ForEditors>
      <MenuItem shortcut="Mod+A" onSelect={() => selectAll(doc)}>
        {t('Select all')}
      </MenuItem>
      <MenuItem icon={<Maximize size={ICON} />} shortcut="1" onSelect={() => fit(undefined, FIT_MS)}>
        {t('Fit everything')}
      </MenuItem>
    </>
  );
}
