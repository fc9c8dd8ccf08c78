import { useState, type SyntheticEvent } from 'react';
import { useOrders } from '@/features/run';
import { t } from '@/i18n';
import { useTopology } from '@/state/lab';
import { Button, Checkbox, Dialog, Field, Input } from '@/ui';
import css from './CheckDialog.module.css';
import { isTimeout, TIMEOUT_MS, toRunOrder } from './checkOrder';
import { NodesField } from './NodesField';
import { ProbesField } from './ProbesField';

/** Chooses what is asked before it is asked: by which probes, of which nodes, how patiently. */
export function CheckDialog({ onClose }: { onClose: () => void }) {
  const orders = useOrders();
  const stated = useTopology((projection) => projection.expectations);
  const offered = [...new Set(['ping', ...[...stated.values()].map((one) => one.probe)])];
  const [probes, setProbes] = useState<readonly string[]>(offered);
  const [nodes, setNodes] = useState<ReadonlySet<string> | null>(null);
  const [timeout, setTimeoutText] = useState(String(TIMEOUT_MS.usual));
  const [seedNeighbours, setSeedNeighbours] = useState(true);
  const timeout_ms = Number(timeout);
  const isComplete = probes.length > 0 && nodes?.size !== 0 && isTimeout(timeout_ms);
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isComplete) return;
    onClose();
    orders.checkMatrix(toRunOrder({ probes, nodes, timeout_ms, seedNeighbours }));
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('Check the matrix')}
      description={t('Every chosen node asks every other one, and itself, by each of these probes.')}
      width="34rem"
      footer={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button variant="primary" type="submit" form="check-matrix" disabled={!isComplete}>
            {t('Check')}
          </Button>
        </>
      }
    >
      <form id="check-matrix" className={css.form} onSubmit={onSubmit}>
        <ProbesField offered={offered} probes={probes} onProbes={setProbes} />
        <NodesField nodes={nodes} onNodes={setNodes} />
        <div className={css.two}>
          <Field
            label={t('Time-out in ms')}
            hint={t('A pair is asked once more before it counts as dead')}
            error={isTimeout(timeout_ms) ? undefined : t('From {least} to {most}', TIMEOUT_MS)}
          >
            {(ids) => (
              <Input
                {...ids}
                inputMode="numeric"
                value={timeout}
                onChange={(event) => setTimeoutText(event.target.value)}
              />
            )}
          </Field>
          <Checkbox
            label={t('Fill neighbour tables first')}
            hint={t('Spares the first packet its wait for ARP or neighbour discovery')}
            checked={seedNeighbours}
            onCheckedChange={setSeedNeighbours}
          />
        </div>
      </form>
    </Dialog>
  );
}
