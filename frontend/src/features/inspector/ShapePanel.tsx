import { Group, SquareDashed, StickyNote, Trash2 } from 'lucide-react';
import { ops, SHAPE_COLORS, type DocShape } from '@/doc';
import { shapeColorWords } from '@/elements';
import { CommitText } from '@/features/form';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { useView } from '@/state/view';
import { Button, Field, Select } from '@/ui';
import { ForEditors } from './ForEditors';
import { Heading } from './Heading';
import { ProblemNotes } from './ProblemNotes';
import { Section } from './Section';

const ICON = 20;
const TEXT_ROWS = 6;
const ICONS = {
  note: <StickyNote size={ICON} />,
  region: <SquareDashed size={ICON} />,
  group: <Group size={ICON} />,
};

/** A note, region or group: its words, its colour, and the nodes of a group. */
export function ShapePanel({ shape }: { shape: DocShape }) {
  const { doc } = useLab();
  const kinds = { note: t('Note'), region: t('Region'), group: t('Group') };
  const isNote = shape.kind === 'note';
  return (
    <>
      <Heading
        icon={ICONS[shape.kind]}
        title={(!isNote && shape.text) || kinds[shape.kind]}
        kind={t('For people; no host hears of it')}
      />
      <ProblemNotes id={shape.id} />
      <Section title={t('On the canvas')}>
        <CommitText
          key={shape.text}
          label={isNote ? t('Text of the note') : t('Title')}
          rows={isNote ? TEXT_ROWS : 1}
          value={shape.text}
          check={(text) => (isNote && text.trim() === '' ? t('A note needs a text.') : undefined)}
          onCommit={(text) => ops.setShape(doc, shape.id, { text: text.trim() })}
        />
        <ColorField shape={shape} />
      </Section>
      {shape.kind === 'group' && <Members shape={shape} />}
      <ForEditors>
        <Section title={t('This shape')}>
          <div>
            <Button
              variant="danger"
              icon={<Trash2 size={14} />}
              onClick={() => {
                ops.removeShapes(doc, [shape.id]);
                useView.getState().select([]);
              }}
            >
              {shape.kind === 'group' ? t('Ungroup') : t('Remove')}
            </Button>
          </div>
        </Section>
      </ForEditors>
    </>
  );
}

function ColorField({ shape }: { shape: DocShape }) {
  const { doc } = useLab();
  const words = shapeColorWords();
  return (
    <Field label={t('Colour')}>
      {(ids) => (
        <Select
          {...ids}
          value={shape.color}
          options={SHAPE_COLORS.map((color) => ({ value: color, label: words[color] }))}
          onValueChange={(color) => ops.setShape(doc, shape.id, { color })}
        />
      )}
    </Field>
  );
}

function Members({ shape }: { shape: DocShape }) {
  const nodes = useTopology((projection) => projection.nodes);
  const goTo = useView((view) => view.goTo);
  return (
    <Section title={t('Its nodes')}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 'var(--s1)' }}>
        {shape.members.map((id) => {
          const name = nodes.get(id)?.name;
          return (
            name !== undefined && (
              <Button key={id} size="s" onClick={() => goTo({ type: 'node', node: id })}>
                {name}
              </Button>
            )
          );
        })}
      </div>
    </Section>
  );
}
