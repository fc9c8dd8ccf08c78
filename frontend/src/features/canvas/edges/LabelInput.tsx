import { ops } from '@/doc';
import { t } from '@/i18n';
import type { Vec } from '@/lib/geom';
import { useLab } from '@/state/lab';
import { InPlaceInput } from '@/ui';
import { endRenaming } from '../endRenaming';
import css from './LinkEdge.module.css';

const LABEL_MAX = 60;
const WIDTH_PX = 180;
const HEIGHT_PX = 26;

/** The label of a link while it is typed; an empty one goes. */
export function LabelInput({ id, label, at }: { id: string; label: string; at: Vec }) {
  const { doc } = useLab();
  return (
    <foreignObject x={at.x - WIDTH_PX / 2} y={at.y - HEIGHT_PX / 2} width={WIDTH_PX} height={HEIGHT_PX}>
      <InPlaceInput
        label={t('Label of the link')}
        value={label}
        maxLength={LABEL_MAX}
        className={css.input}
        onEnd={endRenaming}
        onKeep={(text) => {
          if (text.trim() !== label) ops.setLinkField(doc, id, 'label', text.trim() || undefined);
        }}
      />
    </foreignObject>
  );
}
