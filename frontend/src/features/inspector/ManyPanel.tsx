import { Copy, Layers, Trash2 } from 'lucide-react';
import { ops } from '@/doc';
import { t, tn } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { useView } from '@/state/view';
import { Button } from '@/ui';
import { ArrangeSection } from './ArrangeSection';
import { ForEditors } from './ForEditors';
import { Heading } from './Heading';
import { ManyLinks } from './ManyLinks';
import { ManyNodes } from './ManyNodes';
import { ManyShapes } from './ManyShapes';
import { Section } from './Section';

interface Chosen {
  nodes: ReadonlySet<string>;
  links: ReadonlySet<string>;
  shapes: ReadonlySet<string>;
}

function found<Value>(ids: ReadonlySet<string>, all: ReadonlyMap<string, Value>): Value[] {
  return [...ids].flatMap((id) => all.get(id) ?? []);
}

/** Several things are selected: what they have alike can be set, and what can be done with all of them. */
export function ManyPanel(chosen: Chosen) {
  const all = useTopology((projection) => projection);
  const nodes = found(chosen.nodes, all.nodes);
  const links = found(chosen.links, all.links);
  const shapes = found(chosen.shapes, all.shapes);
  const parts = [
    nodes.length > 0 && tn(nodes.length, '{count} node', '{count} nodes'),
    links.length > 0 && tn(links.length, '{count} link', '{count} links'),
    shapes.length > 0 && tn(shapes.length, '{count} shape', '{count} shapes'),
  ];
  return (
    <>
      <Heading
        icon={<Layers size={20} />}
        title={parts.filter(Boolean).join(' + ')}
        kind={t('Selected together')}
      />
      <ForEditors>{nodes.length + shapes.length > 1 && <ArrangeSection />}</ForEditors>
      {nodes.length > 0 && <ManyNodes nodes={nodes} />}
      {links.length > 0 && <ManyLinks links={links} />}
      {shapes.length > 0 && <ManyShapes shapes={shapes} />}
      <ForEditors>
        <ManyActions {...chosen} />
      </ForEditors>
    </>
  );
}

function ManyActions({ nodes, links, shapes }: Chosen) {
  const { doc } = useLab();
  const select = useView((view) => view.select);
  return (
    <Section title={t('All of them')}>
      <div style={{ display: 'flex', gap: 'var(--s2)' }}>
        <Button
          icon={<Copy size={14} />}
          disabled={nodes.size === 0}
          onClick={() =>
            select(ops.pasteNodes(doc, ops.copyNodes(doc.projection, nodes, shapes), { x: 40, y: 40 }))
          }
        >
          {t('Duplicate')}
        </Button>
        <Button
          variant="danger"
          icon={<Trash2 size={14} />}
          onClick={() => {
            ops.removeElements(doc, { nodes, links, shapes });
            select([]);
          }}
        >
          {t('Remove')}
        </Button>
      </div>
    </Section>
  );
}
