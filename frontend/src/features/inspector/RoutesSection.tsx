import { Plus, X } from 'lucide-react';
import { ops, type DocNode, type DocRoute } from '@/doc';
import { CommitInput } from '@/features/form';
import { isAddress, isDestination } from '@/lib/addresses';
import { useLab } from '@/state/lab';
import { IconButton, Select } from '@/ui';
import css from './RoutesSection.module.css';
import { Section } from './Section';

export function RoutesSection({ node }: { node: DocNode }) {
  const { doc } = useLab();
  const add = () => {
    const hasDefault = node.routes.some((route) => route.destination === 'default');
    ops.addRoute(doc, node.id, { destination: hasDefault ? '10.0.0.0/8' : 'default' });
  };
  return (
    <Section
      title="Routes"
      action={<IconButton label="Add a route" size="s" side="left" icon={<Plus size={16} />} onClick={add} />}
    >
      {node.routes.length === 0 && <p className={css.none}>Only what its own addresses bring.</p>}
      <ul className={css.list}>
        {node.routes.map((route, index) => (
          <RouteRow key={route.id} node={node} route={route} number={index + 1} />
        ))}
      </ul>
    </Section>
  );
}

function RouteRow({ node, route, number }: { node: DocNode; route: DocRoute; number: number }) {
  const { doc } = useLab();
  const set = (fields: Parameters<typeof ops.setRoute>[3]) => ops.setRoute(doc, node.id, route.id, fields);
  const names = [...new Set([...node.interfaces.map((port) => port.name), route.interface ?? ''])];
  return (
    <li className={css.route}>
      <CommitInput
        bare
        label={`Route ${number}: destination`}
        value={route.destination}
        placeholder="default"
        mono
        check={(text) => (isDestination(text) ? undefined : 'default, or a network such as 10.1.0.0/16')}
        onCommit={(destination) => set({ destination })}
      />
      <IconButton
        label={`Remove route ${number}`}
        size="s"
        side="left"
        icon={<X size={15} />}
        onClick={() => ops.removeRoute(doc, node.id, route.id)}
      />
      <div className={css.way}>
        <CommitInput
          bare
          label={`Route ${number}: gateway`}
          value={route.gateway ?? ''}
          placeholder="via gateway"
          mono
          check={(text) => (text === '' || isAddress(text) ? undefined : 'an address such as 10.0.0.1')}
          onCommit={(text) => set({ gateway: text === '' ? undefined : text })}
        />
        <Select
          aria-label={`Route ${number}: interface`}
          value={route.interface ?? ''}
          options={[
            { value: '', label: 'any' },
            ...names.filter((name) => name !== '').map((name) => ({ value: name, label: name })),
          ]}
          onValueChange={(name) => set({ interface: name === '' ? undefined : name })}
        />
        <CommitInput
          bare
          label={`Route ${number}: metric`}
          value={route.metric === undefined ? '' : String(route.metric)}
          placeholder="metric"
          mono
          check={(text) => (/^\d{0,9}$/.test(text) ? undefined : 'a number')}
          onCommit={(text) => set({ metric: text === '' ? undefined : Number(text) })}
        />
      </div>
    </li>
  );
}
