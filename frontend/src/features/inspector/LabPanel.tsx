import { Network } from 'lucide-react';
import { useTopologySchema } from '@/api';
import { ops, type Addressing } from '@/doc';
import { CommitInput } from '@/features/form';
import { t, tn } from '@/i18n';
import { isInterfaceAddress } from '@/lib/addresses';
import { useLab, useTopology } from '@/state/lab';
import { Checkbox } from '@/ui';
import { AddressPlan } from './AddressPlan';
import { ExpectationsSection } from './ExpectationsSection';
import { Heading } from './Heading';
import css from './LabPanel.module.css';
import { Section } from './Section';

/** The lab as a whole. */
export function LabPanel() {
  const name = useTopology((projection) => projection.name);
  const nodes = useTopology((projection) => projection.nodes.size);
  const links = useTopology((projection) => projection.links.size);
  return (
    <>
      <Heading
        icon={<Network size={20} />}
        title={name}
        kind={[tn(nodes, '{count} node', '{count} nodes'), tn(links, '{count} link', '{count} links')].join(
          ', ',
        )}
      />
      <ExpectationsSection />
      <AddressingSection />
      <AddressPlan />
      <RoutingSection />
    </>
  );
}

const DEFAULT_IPV4 = '10.0.0.0/8';

function checkPool(text: string): string | undefined {
  return text === '' || isInterfaceAddress(text) ? undefined : t('a network such as 10.0.0.0/8');
}

function checkPrefix(least: number, most: number): (text: string) => string | undefined {
  return (text) => {
    const fits = text === '' || (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most);
    return fits ? undefined : t('a number from {least} to {most}', { least, most });
  };
}

/** Whether routes are worked out for everybody. */
function RoutingSection() {
  const { doc } = useLab();
  const routing = useTopology((projection) => projection.meta.routing);
  const known = useTopologySchema().data?.properties ?? {};
  if (!('routing' in known)) return null;
  return (
    <Section title={t('Routing')}>
      <Checkbox
        label={t('Routes for the whole lab')}
        hint={t('Shortest ways are worked out and kept up to date; routes that are drawn win')}
        checked={routing !== undefined && routing !== 'none'}
        onCheckedChange={(on) => ops.setLabField(doc, 'routing', on ? 'automatic' : undefined)}
      />
    </Section>
  );
}

/** Where automatic addresses come from. */
function AddressingSection() {
  const { doc } = useLab();
  const addressing = useTopology((projection) => projection.meta.addressing) as Addressing | undefined;
  const set = (field: keyof Addressing, value: string | number | undefined) => {
    const { [field]: before, ...others } = addressing ?? {};
    const after = value === undefined ? others : { ...others, [field]: value };
    ops.setAddressing(doc, Object.keys(after).length > 0 ? after : undefined);
  };
  const setText = (field: 'ipv4' | 'ipv6') => (text: string) => set(field, text === '' ? undefined : text);
  const setLength = (field: 'lan' | 'link') => (text: string) =>
    set(field, text === '' ? undefined : Number(text));
  return (
    <Section title={t('Automatic addresses')}>
      <CommitInput
        label={t('IPv4 from')}
        value={addressing?.ipv4 ?? ''}
        placeholder={DEFAULT_IPV4}
        mono
        check={checkPool}
        onCommit={setText('ipv4')}
      />
      <CommitInput
        label={t('IPv6 from')}
        value={addressing?.ipv6 ?? ''}
        placeholder={t('none')}
        hint={t('With a prefix such as fd00::/48 every interface gets an IPv6 address too')}
        mono
        check={checkPool}
        onCommit={setText('ipv6')}
      />
      <div className={css.pair}>
        <CommitInput
          label={t('Prefix of networks')}
          value={addressing?.lan === undefined ? '' : String(addressing.lan)}
          placeholder="24"
          mono
          check={checkPrefix(8, 30)}
          onCommit={setLength('lan')}
        />
        <CommitInput
          label={t('Between two routers')}
          value={addressing?.link === undefined ? '' : String(addressing.link)}
          placeholder={t('the same')}
          mono
          check={checkPrefix(8, 31)}
          onCommit={setLength('link')}
        />
      </div>
    </Section>
  );
}
