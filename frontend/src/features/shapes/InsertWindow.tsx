import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { openWindow } from '@/state/view';
import { insertShape } from './insertShape';
import { ShapeDialog } from './ShapeDialog';

/** A whole network of a regular shape, put where there is room. */
export function InsertWindow() {
  const { doc } = useLab();
  return (
    <ShapeDialog
      title={t('Insert a shape')}
      actionLabel={t('Insert')}
      onClose={() => openWindow(null)}
      onChoose={(shape) => {
        openWindow(null);
        insertShape(doc, shape);
      }}
    />
  );
}
