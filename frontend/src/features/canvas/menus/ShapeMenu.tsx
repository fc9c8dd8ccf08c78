import { MousePointer2, Palette, Pencil, Ungroup } from 'lucide-react';
import { ops } from '@/doc';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { useView } from '@/state/view';
import { MenuChoice, MenuItem, MenuSeparator, SubMenu } from '@/ui';
import { colorChoices } from '../shapeColors';
import { ungroupSelection } from '../gestures/arrange';
import { CopyItems, ForEditors, RemoveItem } from './EditItems';

const ICON = 15;

/** On a note, region or group. */
export function ShapeMenu({ id }: { id: string }) {
  const { doc } = useLab();
  const shape = useTopology((projection) => projection.shapes.get(id));
  if (shape === undefined) return null;
  return (
    <>
      <ForEditors>
        <MenuItem
          icon={<Pencil size={ICON} />}
          shortcut="F2"
          onSelect={() => requestAnimationFrame(() => useView.getState().startRenaming(id))}
        >
          {shape.kind === 'note' ? t('Change the text') : t('Change the title')}
        </MenuItem>
        <SubMenu label={t('Colour')} icon={<Palette size={ICON} />}>
          <MenuChoice
            value={shape.color}
            onValueChange={(color) => ops.setShape(doc, id, { color })}
            choices={colorChoices()}
          />
        </SubMenu>
        {shape.kind === 'group' && (
          <>
            <MenuItem
              icon={<MousePointer2 size={ICON} />}
              onSelect={() => useView.getState().select(shape.members)}
            >
              {t('Select its nodes')}
            </MenuItem>
            <MenuItem
              icon={<Ungroup size={ICON} />}
              shortcut="Mod+Shift+G"
              onSelect={() => ungroupSelection(doc)}
            >
              {t('Ungroup')}
            </MenuItem>
          </>
        )}
        <MenuSeparator />
      </ForEditors>
      <CopyItems />
      <RemoveItem />
    </>
  );
}
