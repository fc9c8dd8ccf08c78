import { useDeferredValue, useState } from 'react';
import { errorText, useShapeDrawing, useShapes, type Shape } from '@/api';
import type { EntryJson, WholeTopology } from '@/doc';
import { SchemaFields } from '@/features/form';
import { Thumbnail } from '@/elements';
import { t, tn } from '@/i18n';
import { Button, Dialog } from '@/ui';
import css from './ShapeDialog.module.css';

/** Chooses a shape and its numbers, and shows what comes of them before it is made. */
export function ShapeDialog({
  title,
  actionLabel,
  onChoose,
  onClose,
}: {
  title: string;
  actionLabel: string;
  onChoose: (topology: WholeTopology) => void;
  onClose: () => void;
}) {
  const shapes = useShapes();
  const [chosen, setChosen] = useState<string | null>(null);
  const [options, setOptions] = useState<EntryJson>({});
  const shape = shapes.data?.find((one) => one.id === chosen) ?? shapes.data?.[0];
  const drawing = useShapeDrawing(shape?.id, useDeferredValue(options));
  const choose = (id: string) => {
    setChosen(id);
    setOptions((before) =>
      shared(
        shapes.data?.find((one) => one.id === id),
        before,
      ),
    );
  };
  const ready = drawing.isSuccess && !drawing.isPlaceholderData;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
      description={t('A few numbers make a whole network, with addresses and routes.')}
      width="54rem"
      footer={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button
            variant="primary"
            disabled={!ready}
            onClick={() => {
              if (ready) onChoose(drawing.data);
            }}
          >
            {actionLabel}
          </Button>
        </>
      }
    >
      {shapes.isError && <p role="alert">{errorText(shapes.error)}</p>}
      <div className={css.columns}>
        <div className={css.shapes} role="group" aria-label={t('Shapes')}>
          {shapes.data?.map((one) => (
            <button
              key={one.id}
              type="button"
              className={css.shape}
              aria-pressed={one.id === shape?.id}
              onClick={() => choose(one.id)}
            >
              {one.label}
            </button>
          ))}
        </div>
        {shape && (
          <div className={css.options}>
            <p className={css.summary}>{shape.summary}</p>
            <SchemaFields
              key={shape.id}
              root={shape.options}
              schema={shape.options}
              value={options}
              onChange={setOptions}
            />
          </div>
        )}
        <div className={css.result}>
          <div className={css.picture}>{drawing.data && <Thumbnail topology={drawing.data} whole />}</div>
          <p className={css.size} role="status">
            {drawing.isError ? errorText(drawing.error) : drawing.data && sizeOf(drawing.data)}
          </p>
        </div>
      </div>
    </Dialog>
  );
}

/** Numbers that the next shape knows too are kept. */
function shared(shape: Shape | undefined, before: EntryJson): EntryJson {
  const known = shape?.options.properties ?? {};
  return Object.fromEntries(Object.entries(before).filter(([name]) => name in known));
}

function sizeOf({ nodes, links = [] }: WholeTopology): string {
  return [
    tn(Object.keys(nodes).length, '{count} node', '{count} nodes'),
    tn(links.length, '{count} link', '{count} links'),
  ].join(', ');
}
