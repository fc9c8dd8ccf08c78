import { PanelRightClose, PanelRightOpen } from 'lucide-react';
import { useTopology } from '@/state/lab';
import { useView } from '@/state/view';
import { IconButton, Splitter } from '@/ui';
import css from './Inspector.module.css';
import { LabPanel } from './LabPanel';
import { LinkPanel } from './LinkPanel';
import { ManyPanel } from './ManyPanel';
import { NodePanel } from './NodePanel';

/** All that can be set about what is selected; about the lab as a whole while nothing is. */
export function Inspector() {
  const { inspectorOpen, inspectorWidthPx, setPanels } = useView();
  if (!inspectorOpen) {
    return (
      <div className={css.opener}>
        <IconButton
          label="Open the inspector"
          side="left"
          icon={<PanelRightOpen size={17} />}
          onClick={() => setPanels({ inspectorOpen: true })}
        />
      </div>
    );
  }
  return (
    <>
      <Splitter
        label="Width of the inspector"
        orientation="vertical"
        sizePx={inspectorWidthPx}
        minPx={280}
        maxPx={560}
        onResize={(width) => setPanels({ inspectorWidthPx: width })}
      />
      <aside className={css.inspector} style={{ width: inspectorWidthPx }} aria-label="Inspector">
        <Subject />
        <div className={css.close}>
          <IconButton
            label="Close the inspector"
            side="left"
            size="s"
            icon={<PanelRightClose size={16} />}
            onClick={() => setPanels({ inspectorOpen: false })}
          />
        </div>
      </aside>
    </>
  );
}

function Subject() {
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
