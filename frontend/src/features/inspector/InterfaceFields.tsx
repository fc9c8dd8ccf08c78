import { Trash2 } from 'lucide-react';
import { isInterfaceName, ops, type DocInterface, type DocNode, type InterfaceField } from '@/doc';
import { isInterfaceAddress, isMac } from '@/lib/addresses';
import { useLab } from '@/state/lab';
import { Button, Checkbox, Field, Select } from '@/ui';
import { CommitInput } from './CommitInput';
import css from './InterfaceFields.module.css';
import { KINDS } from '@/elements';

type Mode = 'automatic' | 'manual' | 'none';
const MTU_MIN = 68;
const MTU_MAX = 65535;

export function InterfaceFields({ node, port }: { node: DocNode; port: DocInterface }) {
  const { doc } = useLab();
  const set = (field: InterfaceField, value: unknown) =>
    ops.setInterfaceField(doc, node.id, port.id, field, value);
  const checkName = (name: string) => {
    if (!isInterfaceName(name)) return 'a letter first, then also digits . _ -; up to 15 characters';
    const taken = node.interfaces.some((one) => one.id !== port.id && one.name === name);
    return taken ? `this node has another interface ${name}` : undefined;
  };
  return (
    <div className={css.fields}>
      <CommitInput
        label="Interface name"
        value={port.name}
        mono
        maxLength={15}
        check={checkName}
        onCommit={(name) => ops.renameInterface(doc, node.id, port.id, name)}
      />
      <AddressFields node={node} port={port} onChange={(addresses) => set('addresses', addresses)} />
      <div className={css.pair}>
        <CommitInput
          label="MAC address"
          value={port.mac ?? ''}
          placeholder="automatic"
          mono
          check={(text) => (text === '' || isMac(text) ? undefined : 'six pairs such as 02:00:00:00:00:01')}
          onCommit={(text) => set('mac', text === '' ? undefined : text.toLowerCase())}
        />
        <CommitInput
          label="MTU"
          value={port.mtu === undefined ? '' : String(port.mtu)}
          placeholder="1500"
          mono
          check={checkMtu}
          onCommit={(text) => set('mtu', text === '' ? undefined : Number(text))}
        />
      </div>
      <Checkbox
        label="Up"
        checked={port.up ?? true}
        onCheckedChange={(on) => set('up', on ? undefined : false)}
      />
      <Button
        size="s"
        variant="danger"
        icon={<Trash2 size={13} />}
        onClick={() => ops.removeInterface(doc, node.id, port.id)}
      >
        Remove interface
      </Button>
    </div>
  );
}

function checkMtu(text: string): string | undefined {
  const fits = text === '' || (/^\d+$/.test(text) && Number(text) >= MTU_MIN && Number(text) <= MTU_MAX);
  return fits ? undefined : `a number from ${MTU_MIN} to ${MTU_MAX}`;
}

function splitAddresses(text: string): string[] {
  return text.split(/[\s,]+/).filter((one) => one !== '');
}

function checkAddresses(text: string): string | undefined {
  const wrong = splitAddresses(text).find((one) => !isInterfaceAddress(one));
  return wrong === undefined ? undefined : `${wrong}: an address with its prefix, such as 10.0.0.1/24`;
}

function AddressFields({
  node,
  port,
  onChange,
}: {
  node: DocNode;
  port: DocInterface;
  onChange: (addresses: string[] | undefined) => void;
}) {
  const automatic = KINDS[node.kind].automaticAddresses && port.name !== 'lo';
  const given = port.addresses;
  const mode: Mode =
    given === undefined ? (automatic ? 'automatic' : 'none') : given.length > 0 ? 'manual' : 'none';
  const options = [
    ...(automatic ? [{ value: 'automatic' as const, label: 'Automatic' }] : []),
    { value: 'manual' as const, label: 'As written below' },
    { value: 'none' as const, label: 'None' },
  ];
  const choose = (chosen: Mode) => {
    if (chosen === 'automatic') onChange(undefined);
    if (chosen === 'none') onChange(automatic ? [] : undefined);
    if (chosen === 'manual') document.getElementById(`addresses-${port.id}`)?.querySelector('input')?.focus();
  };
  return (
    <>
      <Field label="Addresses">
        {(ids) => <Select {...ids} value={mode} options={options} onValueChange={choose} />}
      </Field>
      <div id={`addresses-${port.id}`}>
        <CommitInput
          label="Addresses with prefix"
          value={(given ?? []).join(', ')}
          placeholder="10.0.0.1/24, 2001:db8::1/64"
          mono
          check={checkAddresses}
          onCommit={(text) => onChange(text === '' && !automatic ? undefined : splitAddresses(text))}
        />
      </div>
    </>
  );
}
