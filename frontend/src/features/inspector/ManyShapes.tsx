import { ops, SHAPE_COLORS, type DocShape } from '@/doc';
import { shapeColorWords } from '@/elements';
import { t, tn } from '@/i18n';
import { useLab } from '@/state/lab';
import { common } from './common';
import { CommonSelect } from './CommonSelect';
import { Section } from './Section';

/** The colour of several notes, regions and groups. */
export function ManyShapes({ shapes }: { shapes: readonly DocShape[] }) {
  const { doc } = useLab();
  const words = shapeColorWords();
  return (
    <Section title={tn(shapes.length, '{count} shape', '{count} shapes')}>
      <CommonSelect
        label={t('Colour')}
        value={common(shapes.map(({ color }) => color))}
        options={SHAPE_COLORS.map((color) => ({ value: color, label: words[color] }))}
        onValueChange={(color) =>
          doc.edit(() => {
            for (const { id } of shapes) ops.setShape(doc, id, { color });
          })
        }
      />
    </Section>
  );
}
