import { useState } from 'react';
import { ChevronRight, Plus } from 'lucide-react';
import { isBridgeDevice, ops, type DocInterface, type DocNode, type Projection } from '@/doc';
import { t } from '@/i18n';
import { cx } from '@/lib/cx';
import { useLab, useTopology } from '@/state/lab';
import { useOverlay } from '@/state/overlay';
import { useView } from '@/state/view';
import { Button, IconButton } from '@/ui';
import { ForEditors } from './ForEditors';
import { InterfaceFields } from './InterfaceFields';
import css from './InterfacesSection.module.css';
import { Section } from './Section';
import { addressWords, peerOf } from './words';

/** The node's interfaces, one line each; the open one with its fields. */
export function InterfacesSection({ node }: { node: DocNode }) {
  const { doc } = useLab();
  const part = useView((view) => view.part);
  const pointed = part?.type === 'interface' ? part.interface : null;
  const [opened, setOpened] = useState<string | null>(null);
  const open = opened ?? pointed;
  return (
    <Section
      title={t('Interfaces')}
      action={
        <ForEditors>
          <IconButton
            label={t('Add an interface')}
            size="s"
            side="left"
            icon={<Plus size={16} />}
            onClick={() => setOpened(ops.addInterface(doc, node.id) ?? null)}
          />
        </ForEditors>
      }
    >
      {node.interfaces.length === 0 && <p className={css.none}>{t('None yet. Each link makes its own.')}</p>}
      <ul className={css.list}>
        {node.interfaces.map((port) => (
          <InterfaceRow
            key={port.id}
            node={node}
            port={port}
            open={open === port.id}
            onToggle={() => setOpened(open === port.id ? '' : port.id)}
          />
        ))}
      </ul>
      {node.kind === 'switch' && !node.interfaces.some((port) => isBridgeDevice(node, port.name)) && (
        <div>
          <ForEditors>
            <Button size="s" onClick={() => setOpened(ops.addInterface(doc, node.id, node.name) ?? null)}>
              {t('Give the bridge an address')}
            </Button>
          </ForEditors>
        </div>
      )}
    </Section>
  );
}

function InterfaceRow({
  node,
  port,
  open,
  onToggle,
}: {
  node: DocNode;
  port: DocInterface;
  open: boolean;
  onToggle: () => void;
}) {
  const peer = useTopology((projection: Projection) => peerOf(projection, port.id));
  const used = useOverlay((overlay) => overlay.addresses.get(node.id));
  return (
    <li className={cx(css.item, open && css.open)}>
      <button type="button" className={css.row} aria-expanded={open} onClick={onToggle}>
        <ChevronRight size={15} aria-hidden className={css.chevron} />
        <span className={css.name}>{port.name}</span>
        <span className={css.address}>{addressWords(node, port, used)}</span>
        {peer !== undefined && <span className={css.peer}>{t('to {peer}', { peer })}</span>}
      </button>
      {open && <InterfaceFields node={node} port={port} />}
    </li>
  );
}
