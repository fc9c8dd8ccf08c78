import { useState } from 'react';
import { CircleX, Grid3x3 } from 'lucide-react';
import { useIsBusy, useOrders } from '@/features/run';
import { t } from '@/i18n';
import { activeRun, useRun } from '@/state/run';
import { Button, EmptyState } from '@/ui';
import { CheckDialog } from './CheckDialog';
import { HeatMaps } from './heatmap/HeatMaps';
import css from './MatrixPanel.module.css';
import { useMatrixView } from './matrixView';
import { MatrixToolbar } from './MatrixToolbar';
import { SidePanel } from './SidePanel';
import type { ShownMatrix } from './shownMatrix';
import { MatrixTable } from './table/MatrixTable';
import { usePathOfCell } from './usePathOfCell';
import { useShownMatrix } from './useShownMatrix';

/** Who reaches whom, against what the drawing expects. */
export function MatrixPanel() {
  const shown = useShownMatrix();
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      {shown === null ? (
        <NoMatrix onChoose={() => setChoosing(true)} />
      ) : (
        <Results shown={shown} onChoose={() => setChoosing(true)} />
      )}
      {choosing && <CheckDialog onClose={() => setChoosing(false)} />}
    </>
  );
}

function Results({ shown, onChoose }: { shown: ShownMatrix; onChoose: () => void }) {
  usePathOfCell(shown);
  const layout = useMatrixView((view) => view.layout);
  const hasSide = useMatrixView((view) => view.layout === 'map' || view.chosen !== null);
  const isBlank = shown.matrix.sources.length === 0 || shown.columns.length === 0;
  return (
    <div className={css.panel}>
      <div className={css.scroller}>
        <MatrixToolbar shown={shown} onChoose={onChoose} />
        <div className={css.body} data-side={hasSide || undefined}>
          <div className={css.main}>
            {isBlank && (
              <EmptyState
                title={t('Nobody to ask')}
                text={t('No node of this lab has an address that could be asked.')}
              />
            )}
            {!isBlank && (layout === 'map' ? <HeatMaps shown={shown} /> : <MatrixTable shown={shown} />)}
          </div>
          {hasSide && <SidePanel shown={shown} />}
        </div>
      </div>
    </div>
  );
}

function NoMatrix({ onChoose }: { onChoose: () => void }) {
  const failed = useRun((runs) => (runs.matrix?.status === 'failed' ? runs.matrix : null));
  const orders = useOrders();
  const busy = useIsBusy();
  const isComing = useRun((runs) => {
    const kind = activeRun(runs)?.run.kind;
    return kind === 'apply' || kind === 'matrix';
  });
  if (failed) {
    return (
      <EmptyState
        icon={<CircleX size={20} aria-hidden />}
        title={t('The check broke off')}
        text={failed.refusals[0]?.message ?? failed.summary}
        action={<Button onClick={onChoose}>{t('Check again…')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<Grid3x3 size={20} aria-hidden />}
      title={isComing ? t('The matrix comes in a moment') : t('Who reaches whom?')}
      text={t(
        'Apply runs the lab and then asks every node about every other: by ping, and by what the lab expects.',
      )}
      action={
        <Button variant="primary" busy={busy} onClick={orders.apply}>
          {t('Apply and check')}
        </Button>
      }
    />
  );
}
