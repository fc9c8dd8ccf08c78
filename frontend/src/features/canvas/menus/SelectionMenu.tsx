import { Maximize } from 'lucide-react';
import type { Point } from '@/doc';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import type { Edge } from '@/lib/arrange';
import { MenuItem, MenuSeparator, SubMenu } from '@/ui';
import { ARRANGE_ICONS } from '../arrangeIcons';
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

const ACROSS: readonly [Edge, string][] = [
  ['left', t('Left edges')],
  ['centre', t('Centres')],
  ['right', t('Right edges')],
];
const UP_AND_DOWN: readonly [Edge, string][] = [
  ['top', t('Top edges')],
  ['middle', t('Middles')],
  ['bottom', t('Bottom edges')],
];

function ArrangeItems() {
  const { doc } = useLab();
  return (
    <>
      <SubMenu label={t('Align')} icon={iconOf('left')}>
        <AlignItems edges={ACROSS} />
        <MenuSeparator />
        <AlignItems edges={UP_AND_DOWN} />
      </SubMenu>
      <SubMenu label={t('Distribute')} icon={iconOf('across')}>
        <MenuItem icon={iconOf('across')} onSelect={() => distributeSelection(doc, 'x')}>
          {t('Equal gaps across')}
        </MenuItem>
        <MenuItem icon={iconOf('down')} onSelect={() => distributeSelection(doc, 'y')}>
          {t('Equal gaps down')}
        </MenuItem>
      </SubMenu>
    </>
  );
}

function AlignItems({ edges }: { edges: readonly [Edge, string][] }) {
  const { doc } = useLab();
  return edges.map(([edge, words]) => (
    <MenuItem key={edge} icon={iconOf(edge)} onSelect={() => alignSelection(doc, edge)}>
      {words}
    </MenuItem>
  ));
}

function iconOf(how: keyof typeof ARRANGE_ICONS) {
  const Icon = ARRANGE_ICONS[how];
  return <Icon size={ICON} />;
}
