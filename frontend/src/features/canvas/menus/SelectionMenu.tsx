import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  Maximize,
} from 'lucide-react';
import type { Point } from '@/doc';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { MenuItem, MenuSeparator, SubMenu } from '@/ui';
import { alignSelection, chosenLinks, distributeSelection } from '../gestures/arrange';
import { useFit } from '../useFit';
import { AngleItem } from './AngleItem';
import { CopyItems, ForEditors, RemoveItem } from './EditItems';
import { GroupItems } from './GroupItems';

const ICON = 15;
const FIT_MS = 200;

/** On several things that are selected. */
export function SelectionMenu({ place }: { place: Point }) {
  const fit = useFit();
  const { doc } = useLab();
  const { nodes, shapes } = useView.getState();
  const links = chosenLinks(doc.projection);
  return (
    <>
      <ForEditors>
        <ArrangeItems />
        {links.length > 0 && <AngleItem links={links} />}
        <MenuSeparator />
      </ForEditors>
      <GroupItems place={place} />
      <CopyItems />
      <MenuItem
        icon={<Maximize size={ICON} />}
        shortcut="2"
        onSelect={() => fit(new Set([...nodes, ...shapes]), FIT_MS)}
      >
        {t('Fit the selection')}
      </MenuItem>
      <RemoveItem />
    </>
  );
}

function ArrangeItems() {
  const { doc } = useLab();
  return (
    <>
      <SubMenu label={t('Align')} icon={<AlignStartVertical size={ICON} />}>
        <MenuItem icon={<AlignStartVertical size={ICON} />} onSelect={() => alignSelection(doc, 'left')}>
          {t('Left edges')}
        </MenuItem>
        <MenuItem icon={<AlignCenterVertical size={ICON} />} onSelect={() => alignSelection(doc, 'centre')}>
          {t('Centres')}
        </MenuItem>
        <MenuItem icon={<AlignEndVertical size={ICON} />} onSelect={() => alignSelection(doc, 'right')}>
          {t('Right edges')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<AlignStartHorizontal size={ICON} />} onSelect={() => alignSelection(doc, 'top')}>
          {t('Top edges')}
        </MenuItem>
        <MenuItem icon={<AlignCenterHorizontal size={ICON} />} onSelect={() => alignSelection(doc, 'middle')}>
          {t('Middles')}
        </MenuItem>
        <MenuItem icon={<AlignEndHorizontal size={ICON} />} onSelect={() => alignSelection(doc, 'bottom')}>
          {t('Bottom edges')}
        </MenuItem>
      </SubMenu>
      <SubMenu label={t('Distribute')} icon={<AlignHorizontalSpaceBetween size={ICON} />}>
        <MenuItem
          icon={<AlignHorizontalSpaceBetween size={ICON} />}
          onSelect={() => distributeSelection(doc, 'x')}
        >
          {t('Equal gaps across')}
        </MenuItem>
        <MenuItem
          icon={<AlignVerticalSpaceBetween size={ICON} />}
          onSelect={() => distributeSelection(doc, 'y')}
        >
          {t('Equal gaps down')}
        </MenuItem>
      </SubMenu>
    </>
  );
}
