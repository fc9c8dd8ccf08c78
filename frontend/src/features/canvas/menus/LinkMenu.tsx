import { Pencil, Scissors, Settings2, Spline, Undo2 } from 'lucide-react';
import { boxAround, boxOf, ops, type Point } from '@/doc';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { useView } from '@/state/view';
import { MenuItem } from '@/ui';
import { AngleItem } from './AngleItem';
import { ForEditors, RemoveItem } from './EditItems';

const ICON = 15;
const BEND_AWAY_PX = 60;

/** On one link. */
export function LinkMenu({ id }: { id: string }) {
  const { doc } = useLab();
  const link = useTopology((projection) => projection.links.get(id));
  if (link === undefined) return null;
  const isCut = link.fields.cut === true;
  const addBend = () => {
    const ends = link.ends.flatMap((end) => ('node' in end ? (boxOf(doc.projection, end.node) ?? []) : []));
    const around = boxAround(ends);
    if (around) ops.setBends(doc, id, [...link.bends, besideMiddle(around)]);
  };
  return (
    <>
      <ForEditors>
        <MenuItem
          icon={<Pencil size={ICON} />}
          shortcut="F2"
          onSelect={() => requestAnimationFrame(() => useView.getState().startRenaming(id))}
        >
          {link.label === undefined ? t('Add a label') : t('Change the label')}
        </MenuItem>
        <MenuItem icon={<Spline size={ICON} />} onSelect={addBend}>
          {t('Add a bend')}
        </MenuItem>
        <AngleItem links={[id]} />
        {link.bends.length > 0 && (
          <MenuItem icon={<Undo2 size={ICON} />} onSelect={() => ops.setBends(doc, id, [])}>
            {t('Straighten')}
          </MenuItem>
        )}
        <MenuItem
          icon={<Scissors size={ICON} />}
          onSelect={() => ops.setLinkField(doc, id, 'cut', isCut ? undefined : true)}
        >
          {isCut ? t('Mend the cable') : t('Cut the cable')}
        </MenuItem>
      </ForEditors>
      <MenuItem
        icon={<Settings2 size={ICON} />}
        onSelect={() => useView.getState().goTo({ type: 'link', link: id })}
      >
        {t('Open in the inspector')}
      </MenuItem>
      <RemoveItem />
    </>
  );
}

function besideMiddle({
  x,
  y,
  width,
  height,
}: {
  x: number;
  y: number;
  width: number;
  height: number;
}): Point {
  const across = width >= height;
  return { x: x + width / 2 + (across ? 0 : BEND_AWAY_PX), y: y + height / 2 + (across ? BEND_AWAY_PX : 0) };
}
