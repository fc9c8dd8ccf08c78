import { useState } from 'react';
import type { DocInterface, DocNode } from '@/doc';
import { KINDS } from '@/elements';
import { CommitInput } from '@/features/form';
import { t } from '@/i18n';
import { isInterfaceAddress } from '@/lib/addresses';
import { Field, Select } from '@/ui';

type Mode = 'automatic' | 'manual' | 'none';

const LABELS: Record<Mode, string> = { automatic: t('Automatic'), manual: t('Set by hand'), none: t('None') };

function splitAddresses(text: string): string[] {
  return text.split(/[\s,]+/).filter((one) => one !== '');
}

function checkAddresses(text: string): string | undefined {
  const wrong = splitAddresses(text).find((one) => !isInterfaceAddress(one));
  return wrong === undefined
    ? undefined
    : t('{wrong}: an address with its prefix, such as 10.0.0.1/24', { wrong });
}

/** Left out means automatic where the kind has that, and none elsewhere; an empty list means none on purpose. */
function modeOf(addresses: readonly string[] | undefined, automatic: boolean): Mode {
  if (addresses === undefined) return automatic ? 'automatic' : 'none';
  return addresses.length > 0 ? 'manual' : 'none';
}

export function AddressFields({
  node,
  port,
  onChange,
}: {
  node: DocNode;
  port: DocInterface;
  onChange: (addresses: string[] | undefined) => void;
}) {
  const automatic = KINDS[node.kind].automaticAddresses && port.name !== 'lo';
  const [asked, setAsked] = useState(false);
  const none = automatic ? [] : undefined;
  const mode = asked ? 'manual' : modeOf(port.addresses, automatic);
  const modes: readonly Mode[] = automatic ? ['automatic', 'manual', 'none'] : ['manual', 'none'];
  const choose = (chosen: Mode) => {
    setAsked(chosen === 'manual');
    if (chosen === 'automatic') onChange(undefined);
    if (chosen === 'none') onChange(none);
  };
  return (
    <>
      <Field label={t('Addresses')}>
        {(ids) => (
          <Select
            {...ids}
            value={mode}
            options={modes.map((value) => ({ value, label: LABELS[value] }))}
            onValueChange={choose}
          />
        )}
      </Field>
      {mode === 'manual' && (
        <CommitInput
          label={t('Address and prefix, several with commas')}
          value={(port.addresses ?? []).join(', ')}
          placeholder="10.0.0.1/24, 2001:db8::1/64"
          mono
          autoFocus={asked}
          check={checkAddresses}
          onCommit={(text) => {
            setAsked(false);
            onChange(text === '' ? none : splitAddresses(text));
          }}
        />
      )}
    </>
  );
}
