import { useTopologySchema } from '@/api';
import { ops, type DocInterface, type DocNode } from '@/doc';
import { CommitInput, splitList } from '@/features/form';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { Segmented } from '@/ui';
import css from './PortFields.module.css';

type Mode = 'plain' | 'access' | 'trunk';

const CHOICES = [
  { value: 'plain', label: t('Plain'), hint: t('Says nothing of VLANs') },
  { value: 'access', label: t('Access'), hint: t('In one VLAN, without tags') },
  { value: 'trunk', label: t('Trunk'), hint: t('Carries several VLANs with tags') },
] as const;

const VID_MAX = 4094;

function isVid(text: string): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= VID_MAX;
}

function checkVid(text: string): string | undefined {
  return isVid(text) ? undefined : t('a VLAN from 1 to {most}', { most: String(VID_MAX) });
}

function checkTrunk(text: string): string | undefined {
  const wrong = splitList(text).find((one) => !one.split('-').every(isVid) || one.split('-').length > 2);
  if (wrong !== undefined) return t('{wrong}: a VLAN, or a range such as 30-39', { wrong });
  return splitList(text).length === 0 ? t('at least one VLAN') : undefined;
}

/** Which VLANs a switch's port is in. */
export function PortFields({ node, port }: { node: DocNode; port: DocInterface }) {
  const { doc } = useLab();
  const known = useTopologySchema().data?.$defs?.Interface?.properties ?? {};
  if (!('trunk' in known)) return null;
  const mode: Mode = port.trunk !== undefined ? 'trunk' : port.vlan !== undefined ? 'access' : 'plain';
  const set = (fields: Pick<DocInterface, 'vlan' | 'trunk' | 'native'>) =>
    ops.setInterfaceFields(doc, node.id, port.id, {
      vlan: undefined,
      trunk: undefined,
      native: undefined,
      ...fields,
    });
  const choose = (chosen: Mode) => {
    if (chosen === 'plain') set({});
    if (chosen === 'access') set({ vlan: port.native ?? 10 });
    if (chosen === 'trunk') set({ trunk: port.vlan === undefined ? [10, 20] : [port.vlan] });
  };
  const number = (text: string) => (/^\d+$/.test(text) ? Number(text) : text);
  return (
    <fieldset className={css.field}>
      <legend className={css.legend}>VLANs</legend>
      <Segmented label={t('Kind of port')} value={mode} choices={CHOICES} onValueChange={choose} />
      {mode === 'access' && (
        <CommitInput
          label="VLAN"
          value={String(port.vlan)}
          mono
          check={checkVid}
          onCommit={(text) => set({ vlan: Number(text) })}
        />
      )}
      {mode === 'trunk' && (
        <div className={css.pair}>
          <CommitInput
            label={t('Tagged VLANs')}
            value={(port.trunk ?? []).join(', ')}
            placeholder="10, 20, 30-39"
            mono
            check={checkTrunk}
            onCommit={(text) =>
              set({
                trunk: splitList(text).map(number),
                ...(port.native !== undefined && { native: port.native }),
              })
            }
          />
          <CommitInput
            label={t('Native')}
            value={port.native === undefined ? '' : String(port.native)}
            placeholder={t('none')}
            mono
            check={(text) => (text === '' ? undefined : checkVid(text))}
            onCommit={(text) =>
              set({ trunk: port.trunk ?? [], ...(text !== '' && { native: Number(text) }) })
            }
          />
        </div>
      )}
    </fieldset>
  );
}
