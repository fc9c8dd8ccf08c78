import { Check, Minus, X } from 'lucide-react';
import { formatRtt } from '@/lib/format';
import { outcomeOf } from '@/state/outcomes';
import { OutcomeMark } from '../OutcomeMark';
import { cellAt, type Cell, type ShownMatrix } from '../shownMatrix';
import { EXPECTED_WORDS, targetName, VERDICT_WORDS } from '../words';
import css from './MatrixTable.module.css';

export function MatrixRow({
  shown,
  index,
  rowNumber,
  isChosen,
  onChoose,
}: {
  shown: ShownMatrix;
  index: number;
  rowNumber: number;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const cell = cellAt(shown, index);
  if (cell === null) return null;
  return (
    <tr aria-rowindex={rowNumber} data-chosen={isChosen || undefined} onClick={onChoose}>
      <th scope="row">
        <button type="button" className={css.choose} aria-expanded={isChosen}>
          {cell.source}
        </button>
      </th>
      <td>{targetName(cell.target)}</td>
      <td className={css.mono}>{cell.target.address}</td>
      <td>{cell.probe}</td>
      <td>
        <span className={css.outcome}>
          <OutcomeMark code={cell.code} size={16} />
          {outcomeOf(cell.code).label}
        </span>
      </td>
      <td className={css.number}>{formatRtt(cell.rtt_us)}</td>
      <td>{cell.expected ? EXPECTED_WORDS[cell.expected] : '–'}</td>
      <td>
        <VerdictMark cell={cell} />
      </td>
      <td className={css.reason} title={cell.reason}>
        {cell.reason}
      </td>
    </tr>
  );
}

function VerdictMark({ cell: { verdict } }: { cell: Cell }) {
  if (verdict === null) return '–';
  return (
    <span className={css.verdict} data-verdict={verdict}>
      {verdict === 'met' && <Check size={14} aria-hidden />}
      {verdict === 'missed' && <X size={14} aria-hidden />}
      {verdict === 'open' && <Minus size={14} aria-hidden />}
      {VERDICT_WORDS[verdict]}
    </span>
  );
}
