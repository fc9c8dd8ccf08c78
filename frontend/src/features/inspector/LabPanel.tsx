import { Network } from 'lucide-react';
import { ops, type Addressing } from '@/doc';
import { plural } from '@/lib/format';
import { isInterfaceAddress } from '@/lib/addresses';
import { useLab, useTopology } from '@/state/lab';
import { CommitInput } from './CommitInput';
import { ExpectationsSection } from './ExpectationsSection';
import { Heading } from './Heading';
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
        kind={`${plural(nodes, 'node')}, ${plural(links, 'link')}`}
      />
      <ExpectationsSection />
      <AddressingSection />
    </>
  );
}

const DEFAULT_IPV4 = '10.0.0.0/8';

function checkPool(text: string): string | undefined {
  return text === '' || isInterfaceAddress(text) ? undefined : 'a network such as 10.0.0.0/8';
}

/** Where automatic addresses come from. */
function AddressingSection() {
  const { doc } = useLab();
  const addressing = useTopology((projection) => projection.meta.addressing) as Addressing | undefined;
  const set = (field: 'ipv4' | 'ipv6', text: string) => {
    const { [field]: before, ...others } = addressing ?? {};
    const after = text === '' ? others : { ...others, [field]: text };
    ops.setAddressing(doc, Object.keys(after).length > 0 ? after : undefined);
  };
  return (
    <Section title="Automatic addresses">
      <CommitInput
        label="IPv4 from"
        value={addressing?.ipv4 ?? ''}
        placeholder={DEFAULT_IPV4}
        mono
        check={checkPool}
        onCommit={(text) => set('ipv4', text)}
      />
      <CommitInput
        label="IPv6 from"
        value={addressing?.ipv6 ?? ''}
        placeholder="none"
        hint="With a prefix such as fd00::/48 every interface gets an IPv6 address too"
        mono
        check={checkPool}
        onCommit={(text) => set('ipv6', text)}
      />
    </Section>
  );
}
