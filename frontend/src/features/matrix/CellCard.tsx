import { Suspense } from 'react';
import { ArrowRight, Check, X } from 'lucide-react';
import { nodeIdByName, ops } from '@/doc';
import { KindTile } from '@/elements';
import { WayFixes } from '@/features/problems';
import { rich, t } from '@/i18n';
import { formatRtt } from '@/lib/format';
import { useLab, useTopology } from '@/state/lab';
import { OUTCOME, outcomeOf } from '@/state/outcomes';
import { useView } from '@/state/view';
import { Button, IconButton } from '@/ui';
import css from './CellCard.module.css';
import { useMatrixView } from './matrixView';
import { OutcomeMark } from './OutcomeMark';
import type { Cell, ShownMatrix } from './shownMatrix';
import { EXPECTED_WORDS, targetName, VERDICT_WORDS } from './words';

/** One cell in words: who asked whom, what came back, why, and whether it was to be so. */
export function CellCard({ shown, cell }: { shown: ShownMatrix; cell: Cell }) {
  const look = useMatrixView((view) => view.look);
  const { label } = outcomeOf(cell.code);
  return (
    <section className={css.card} aria-label={t('Chosen cell')}>
      <header className={css.header}>
        <h2 className={css.pair}>
          <NodeName shown={shown} name={cell.source} />
          <ArrowRight size={14} aria-label={t('to')} />
          <NodeName shown={shown} name={targetName(cell.target)} />
        </h2>
        <IconButton
          label={t('Let go of the cell')}
          size="s"
          side="left"
          icon={<X size={15} aria-hidden />}
          onClick={() => look({ chosen: null })}
        />
      </header>
      <p className={css.outcome}>
        <OutcomeMark code={cell.code} size={20} />
        {label}
        {cell.rtt_us >= 0 && <span className={css.rtt}>{formatRtt(cell.rtt_us)}</span>}
      </p>
      <p className={css.reason}>{cell.reason}</p>
      <p className={css.facts}>
        {rich('{probe} to {address}', { probe: cell.probe, address: <code>{cell.target.address}</code> })}
        {cell.target.interface !== '' && ` · ${cell.target.interface}`}
      </p>
      {cell.expected ? <Verdict cell={cell} /> : <Expect cell={cell} />}
      {isClosed(cell) && (
        <Suspense>
          <WayFixes
            key={[cell.source, cell.target.address, cell.probe].join(' ')}
            source={cell.source}
            target={cell.target.address}
            probe={cell.probe}
          />
        </Suspense>
      )}
    </section>
  );
}

/** Whether packets should have arrived, or may, and did not. */
function isClosed({ code, expected }: Cell): boolean {
  return code !== OUTCOME.pending && code !== OUTCOME.reached && expected !== 'blocked';
}

function NodeName({ shown, name }: { shown: ShownMatrix; name: string }) {
  const { doc } = useLab();
  const goTo = useView((view) => view.goTo);
  const then = doc.projectionAt(shown.run.run.revision);
  const id = nodeIdByName(then).get(name);
  const node = useTopology((projection) => (id === undefined ? undefined : projection.nodes.get(id)));
  if (id === undefined || node === undefined) return <span className={css.name}>{name}</span>;
  return (
    <button type="button" className={css.node} onClick={() => goTo({ type: 'node', node: id })}>
      <KindTile kind={node.kind} size="s" />
      <span className={css.name}>{name}</span>
    </button>
  );
}

function Verdict({ cell }: { cell: Cell }) {
  if (cell.expected === null || cell.verdict === null) return null;
  return (
    <p className={css.verdict} data-verdict={cell.verdict}>
      {cell.verdict === 'met' && <Check size={15} aria-hidden />}
      {cell.verdict === 'missed' && <X size={15} aria-hidden />}
      <span>
        {rich('It {expected}: {verdict}.', {
          expected: <strong>{EXPECTED_WORDS[cell.expected]}</strong>,
          verdict: VERDICT_WORDS[cell.verdict],
        })}
      </span>
    </p>
  );
}

/** What came back can be made what the drawing says from now on, or its opposite. */
function Expect({ cell }: { cell: Cell }) {
  const { doc } = useLab();
  const expect = (outcome: 'reached' | 'blocked') => {
    const { projection } = doc;
    const from = ops.parseRef(projection, cell.source);
    const named = cell.target.node === '' ? cell.target.address : cell.target.node;
    const to = ops.parseRef(projection, named);
    ops.addExpectation(doc, { from, to, probe: cell.probe, outcome });
  };
  return (
    <div className={css.expect}>
      <p>{t('The drawing does not say what to expect here.')}</p>
      <div className={css.buttons}>
        <Button size="s" onClick={() => expect('reached')}>
          {t('Must reach')}
        </Button>
        <Button size="s" onClick={() => expect('blocked')}>
          {t('Must not reach')}
        </Button>
      </div>
    </div>
  );
}
