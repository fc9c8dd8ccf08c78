import { useState } from 'react';
import { t, tn } from '@/i18n';
import { useTopology } from '@/state/lab';
import { Checkbox, SearchField, Segmented } from '@/ui';
import css from './CheckDialog.module.css';

/** From here on the nodes are searched rather than read. */
const SEARCHED_FROM = 12;

/** All nodes, or the ticked ones. */
export function NodesField({
  nodes,
  onNodes,
}: {
  nodes: ReadonlySet<string> | null;
  onNodes: (nodes: ReadonlySet<string> | null) => void;
}) {
  const drawn = useTopology((projection) => projection.nodes);
  const names = [...drawn.values()].map((node) => node.name);
  return (
    <fieldset className={css.fieldset}>
      <legend>{t('Nodes')}</legend>
      <Segmented
        label={t('Which nodes')}
        value={nodes === null ? 'all' : 'some'}
        choices={[
          { value: 'all', label: t('All {length}', { length: names.length }) },
          { value: 'some', label: t('Some') },
        ]}
        onValueChange={(which) => onNodes(which === 'all' ? null : new Set())}
      />
      {nodes !== null && <NodeChoices names={names} nodes={nodes} onNodes={onNodes} />}
    </fieldset>
  );
}

function NodeChoices({
  names,
  nodes,
  onNodes,
}: {
  names: readonly string[];
  nodes: ReadonlySet<string>;
  onNodes: (nodes: ReadonlySet<string>) => void;
}) {
  const [query, setQuery] = useState('');
  const shown = names.filter((name) => name.includes(query.trim().toLowerCase()));
  const toggle = (name: string, wanted: boolean) =>
    onNodes(new Set(names.filter((one) => (one === name ? wanted : nodes.has(one)))));
  return (
    <>
      {names.length >= SEARCHED_FROM && (
        <SearchField label={t('Search nodes')} value={query} onValueChange={setQuery} />
      )}
      <div className={css.nodes}>
        {shown.map((name) => (
          <Checkbox
            key={name}
            label={name}
            checked={nodes.has(name)}
            onCheckedChange={(wanted) => toggle(name, wanted)}
          />
        ))}
      </div>
      <p className={css.count}>{tn(nodes.size, '{count} node chosen', '{count} nodes chosen')}</p>
    </>
  );
}
