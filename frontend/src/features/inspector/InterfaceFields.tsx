import { Trash2 } from 'lucide-react';
import {
  isBridgeDevice,
  isInterfaceName,
  ops,
  type DocInterface,
  type DocNode,
  type InterfaceField,
} from '@/doc';
import { CommitInput } from '@/features/form';
import { t } from '@/i18n';
import { isMac } from '@/lib/addresses';
import { useLab } from '@/state/lab';
import { Button } from '@/ui';
import { ForEditors } from './ForEditors';
import { AddressFields } from './AddressFields';
import { DeviceFields } from './DeviceFields';
import css from './InterfaceFields.module.css';
import { PortFields } from './PortFields';
import { MtuField, UpField } from './PortsFields';

export function InterfaceFields({ node, port }: { node: DocNode; port: DocInterface }) {
  const { doc } = useLab();
  const set = (field: InterfaceField, value: unknown) =>
    ops.setInterfaceField(doc, node.id, port.id, field, value);
  const checkName = (name: string) => {
    if (!isInterfaceName(name)) return t('a letter first, then also digits . _ -; up to 15 characters');
    const taken = node.interfaces.some((one) => one.id !== port.id && one.name === name);
    return taken ? t('this node has another interface {name}', { name }) : undefined;
  };
  return (
    <div className={css.fields}>
      <CommitInput
        label={t('Interface name')}
        value={port.name}
        mono
        maxLength={15}
        check={checkName}
        onCommit={(name) => ops.renameInterface(doc, node.id, port.id, name)}
      />
      <DeviceFields node={node} port={port} />
      {node.kind === 'switch' && port.device === undefined && !isBridgeDevice(node, port.name) && (
        <PortFields node={node} port={port} />
      )}
      <AddressFields node={node} port={port} onChange={(addresses) => set('addresses', addresses)} />
      <div className={css.pair}>
        <CommitInput
          label={t('MAC address')}
          value={port.mac ?? ''}
          placeholder={t('automatic')}
          mono
          check={(text) =>
            text === '' || isMac(text) ? undefined : t('six pairs such as 02:00:00:00:00:01')
          }
          onCommit={(text) => set('mac', text === '' ? undefined : text.toLowerCase())}
        />
        <MtuField ports={[{ node, port }]} />
      </div>
      <UpField ports={[{ node, port }]} />
      <ForEditors>
        <Button
          size="s"
          variant="danger"
          icon={<Trash2 size={13} />}
          onClick={() => ops.removeInterface(doc, node.id, port.id)}
        >
          {t('Remove interface')}
        </Button>
      </ForEditors>
    </div>
  );
}
