import { ops, type DocInterface, type DocNode, type InterfaceField } from '@/doc';
import { CommitInput } from '@/features/form';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { Checkbox } from '@/ui';
import { common, MIXED } from './common';

const MTU_MIN = 68;
const MTU_MAX = 65535;

export interface Port {
  node: DocNode;
  port: DocInterface;
}

function useSetPorts(ports: readonly Port[]) {
  const { doc } = useLab();
  return (field: InterfaceField, value: unknown) =>
    doc.edit(() => {
      for (const { node, port } of ports) ops.setInterfaceField(doc, node.id, port.id, field, value);
    });
}

/** The largest packet of an interface, or of each of several. */
export function MtuField({ ports }: { ports: readonly Port[] }) {
  const set = useSetPorts(ports);
  const mtu = common(ports.map(({ port }) => port.mtu));
  return (
    <CommitInput
      label="MTU"
      value={mtu === MIXED || mtu === undefined ? '' : String(mtu)}
      placeholder={mtu === MIXED ? t('mixed') : '1500'}
      mono
      check={checkMtu}
      onCommit={(text) => set('mtu', text === '' ? undefined : Number(text))}
    />
  );
}

/** Whether an interface, or each of several, is set up. */
export function UpField({ ports }: { ports: readonly Port[] }) {
  const set = useSetPorts(ports);
  const up = common(ports.map(({ port }) => port.up ?? true));
  return (
    <Checkbox
      label={t('Up')}
      checked={up === true}
      mixed={up === MIXED}
      onCheckedChange={(on) => set('up', on ? undefined : false)}
    />
  );
}

function checkMtu(text: string): string | undefined {
  const fits = text === '' || (/^\d+$/.test(text) && Number(text) >= MTU_MIN && Number(text) <= MTU_MAX);
  return fits ? undefined : t('a number from {least} to {most}', { least: MTU_MIN, most: String(MTU_MAX) });
}
