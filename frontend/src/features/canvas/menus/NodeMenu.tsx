import { Cable, Pencil, Replace, Settings2 } from 'lucide-react';
import { ops, type DocNode, type LinkStart, type Point } from '@/doc';
import { KIND_LIST } from '@/elements';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { useView } from '@/state/view';
import { MenuChoice, MenuItem, MenuSeparator, SubMenu } from '@/ui';
import { useCanvas } from '../canvasStore';
import { CopyItems, ForEditors, RemoveItem } from './EditItems';
import { GroupItems } from './GroupItems';
import { PortsMenu } from './PortsMenu';

const ICON = 15;

const linkFrom = (start: LinkStart) => useCanvas.setState({ linkFrom: start });

/** On one node. */
export function NodeMenu({ id, place }: { id: string; place: Point }) {
  const node = useTopology((projection) => projection.nodes.get(id));
  if (node === undefined) return null;
  return (
    <>
      <ForEditors>
        <MenuItem
          icon={<Pencil size={ICON} />}
          shortcut="F2"
          onSelect={() => requestAnimationFrame(() => useView.getState().startRenaming(id))}
        >
          {t('Rename')}
        </MenuItem>
        <MenuItem icon={<Cable size={ICON} />} shortcut="L" onSelect={() => linkFrom({ node: id })}>
          {t('Link from here')}
        </MenuItem>
        <SubMenu label={t('Link from an interface')} icon={<Cable size={ICON} />}>
          <PortsMenu node={id} plug={linkFrom} />
        </SubMenu>
        <KindMenu node={node} />
      </ForEditors>
      <MenuItem
        icon={<Settings2 size={ICON} />}
        onSelect={() => useView.getState().goTo({ type: 'node', node: id })}
      >
        {t('Open in the inspector')}
      </MenuItem>
      <MenuSeparator />
      <GroupItems place={place} />
      <CopyItems />
      <RemoveItem />
    </>
  );
}

function KindMenu({ node }: { node: DocNode }) {
  const { doc } = useLab();
  return (
    <SubMenu label={t('Make it a')} icon={<Replace size={ICON} />}>
      <MenuChoice
        value={node.kind}
        onValueChange={(kind) => ops.changeKind(doc, node.id, kind)}
        choices={KIND_LIST.map(({ kind, label }) => ({ value: kind, label }))}
      />
    </SubMenu>
  );
}
