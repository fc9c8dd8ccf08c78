import { Copy, Layers, Trash2 } from 'lucide-react';
import { ops } from '@/doc';
import { t, tn } from '@/i18n';
import { useLab } from '@/state/lab';
import { useView } from '@/state/view';
import { Button } from '@/ui';
import { ForEditors } from './ForEditors';
import { Heading } from './Heading';
import { Section } from './Section';

/** Several things are selected: what can be done with all of them. */
export function ManyPanel({
  nodes,
  links,
  shapes,
}: {
  nodes: ReadonlySet<string>;
  links: ReadonlySet<string>;
  shapes: ReadonlySet<string>;
}) {
  const { doc } = useLab();
  const select = useView((view) => view.select);
  const parts = [
    nodes.size > 0 && tn(nodes.size, '{count} node', '{count} nodes'),
    links.size > 0 && tn(links.size, '{count} link', '{count} links'),
    shapes.size > 0 && tn(shapes.size, '{count} shape', '{count} shapes'),
  ];
  return (
    <>
      <Heading
        icon={<Layers size={20} />}
        title={parts.filter(Boolean).join(' + ')}
        kind={t('Selected together')}
      />
      <ForEditors>
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
      </ForEditors>
    </>
  );
}
