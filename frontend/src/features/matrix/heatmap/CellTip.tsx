import { formatRtt } from '@/lib/format';
import { outcomeOf } from '@/state/outcomes';
import { OutcomeMark } from '../OutcomeMark';
import { cellAt, type ShownMatrix } from '../shownMatrix';
import { targetName, VERDICT_WORDS } from '../words';
import css from './HeatMap.module.css';
import type { Pointed } from './paintAxes';
import type { Scene } from './paintCells';

const TIP_WIDTH_PX = 200;
const TIP_HEIGHT_PX = 64;
const GAP_PX = 8;

/** The cell under the pointer in a few words, beside it. */
export function CellTip({
  shown,
  index,
  scene: { geometry, scroll, window_px },
  at,
}: {
  shown: ShownMatrix;
  index: number;
  scene: Scene;
  at: Pointed | null;
}) {
  const cell = cellAt(shown, index);
  if (cell === null || at === null) return null;
  const x = geometry.left_px + (at.column + 1) * geometry.cell_px - scroll.left;
  const below = geometry.top_px + (at.row + 1) * geometry.cell_px - scroll.top + GAP_PX;
  const above = below - TIP_HEIGHT_PX - geometry.cell_px - GAP_PX;
  const left = Math.min(x, window_px.width - TIP_WIDTH_PX);
  const top = below + TIP_HEIGHT_PX > window_px.height ? above : below;
  return (
    <div
      className={css.tip}
      style={{ left: Math.max(0, left), top: Math.max(0, top), maxWidth: TIP_WIDTH_PX }}
    >
      <p className={css.pair}>
        {cell.source} <span aria-hidden>→</span> {targetName(cell.target)}
      </p>
      <p className={css.outcome}>
        <OutcomeMark code={cell.code} size={15} />
        {outcomeOf(cell.code).label}
        {cell.rtt_us >= 0 && ` · ${formatRtt(cell.rtt_us)}`}
        {cell.verdict === 'missed' && <strong> · {VERDICT_WORDS.missed}</strong>}
      </p>
    </div>
  );
}
