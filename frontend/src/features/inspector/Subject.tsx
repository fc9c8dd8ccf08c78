import { useTopology } from '@/state/lab';
import { useView } from '@/state/view';
import css from './Inspector.module.css';
import { LabPanel } from './LabPanel';
import { LinkPanel } from './LinkPanel';
import { ManyPanel } from './ManyPanel';
import { NodePanel } from './NodePanel';

/** The panel of what is selected. */
export function Subject() {
  const nodes = useView((view) => view.nodes);
  const links = useView((view) => view.links);
  const [nodeId] = nodes;
  const [linkId] = links;
  const node = useTopology((projection) => projection.nodes.get(nodeId ?? ''));
  const link = useTopology((projection) => projection.links.get(linkId ?? ''));
  return (
    <div key={node?.id ?? link?.id} className={css.scroller} tabIndex={-1}>
      {nodes.size + links.size > 1 ? (
        <ManyPanel nodes={nodes} links={links} />
      ) : node ? (
        <NodePanel node={node} />
      ) : link ? (
        <LinkPanel link={link} />
      ) : (
        <LabPanel />
      )}
    </div>
  );
}
