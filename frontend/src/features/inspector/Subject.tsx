import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { useView } from '@/state/view';
import { ReadOnly } from '@/ui';
import css from './Inspector.module.css';
import { LabPanel } from './LabPanel';
import { LinkPanel } from './LinkPanel';
import { ManyPanel } from './ManyPanel';
import { NodePanel } from './NodePanel';
import { ShapePanel } from './ShapePanel';

/** The panel of what is selected. */
export function Subject() {
  const { canEdit } = useLab();
  const nodes = useView((view) => view.nodes);
  const links = useView((view) => view.links);
  const shapes = useView((view) => view.shapes);
  const [nodeId] = nodes;
  const [linkId] = links;
  const [shapeId] = shapes;
  const node = useTopology((projection) => projection.nodes.get(nodeId ?? ''));
  const link = useTopology((projection) => projection.links.get(linkId ?? ''));
  const shape = useTopology((projection) => projection.shapes.get(shapeId ?? ''));
  return (
    <div key={node?.id ?? link?.id ?? shape?.id} className={css.scroller} tabIndex={canEdit ? -1 : 0}>
      {!canEdit && (
        <p className={css.reason} role="note">
          {t('You may look at this lab, but not change it')}
        </p>
      )}
      <ReadOnly value={!canEdit}>
        {nodes.size + links.size + shapes.size > 1 ? (
          <ManyPanel nodes={nodes} links={links} shapes={shapes} />
        ) : node ? (
          <NodePanel node={node} />
        ) : link ? (
          <LinkPanel link={link} />
        ) : shape ? (
          <ShapePanel shape={shape} />
        ) : (
          <LabPanel />
        )}
      </ReadOnly>
    </div>
  );
}
