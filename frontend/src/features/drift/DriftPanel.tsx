import { useState } from 'react';
import { Check, Eye, EyeOff, Undo2 } from 'lucide-react';
import { errorText, ignoreDrift, revertDrift } from '@/api';
import { ops } from '@/doc';
import { followOrder, useIsBusy, useOrders } from '@/features/run';
import { t, tn } from '@/i18n';
import { cx } from '@/lib/cx';
import { useDrift, type PlacedDifference } from '@/state/drift';
import { useLab, type OpenLab } from '@/state/lab';
import { useLive } from '@/state/live';
import { useView } from '@/state/view';
import { Button, EmptyState, IconButton, Panel, PanelBody, PanelHeadline, PanelToolbar, toast } from '@/ui';
import { byNode, type DriftGroup } from './byNode';
import css from './DriftPanel.module.css';

/** Each difference between what was applied and what is there, and what can be done about it. */
export function DriftPanel() {
  const items = useDrift((drift) => drift.items);
  const total = useDrift((drift) => drift.total);
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<Check size={20} aria-hidden />}
        title={t('Nothing was changed by hand')}
        text={t(
          'When somebody types ip, tc or nft in a node of the running lab, it shows here within a second.',
        )}
      />
    );
  }
  return (
    <Panel>
      <PanelToolbar>
        <PanelHeadline>
          <strong>{tn(total, '{count} difference', '{count} differences')}</strong> {t('to what was applied')}
          {total > items.length && ` · ${t('the first {number} are listed', { number: items.length })}`}
        </PanelHeadline>
        <Actions />
      </PanelToolbar>
      <PanelBody label={t('Differences')}>
        {byNode(items).map((group) => (
          <Group key={group.node} group={group} alone={items.length === group.items.length} />
        ))}
      </PanelBody>
    </Panel>
  );
}

/** For one node, or for all. */
function Actions({ node }: { node?: string }) {
  const lab = useLab();
  const orders = useOrders();
  const busy = useIsBusy();
  const size = 's';
  return (
    <span className={css.actions}>
      <Button
        size={size}
        icon={<Check size={14} aria-hidden />}
        title={t('Write what is there into the drawing')}
        onClick={() => adopt(lab, orders.apply, node)}
      >
        {node === undefined ? t('Adopt all') : t('Adopt')}
      </Button>
      <Button
        size={size}
        icon={<Undo2 size={14} aria-hidden />}
        title={t('Make it as it was applied')}
        disabled={busy}
        onClick={() => void revert(lab, node)}
      >
        {node === undefined ? t('Revert all') : t('Revert')}
      </Button>
    </span>
  );
}

function Group({ group, alone }: { group: DriftGroup; alone: boolean }) {
  return (
    <section className={css.group}>
      <div className={css.head}>
        <h3 className={css.node}>{group.node === '' ? t('Links') : group.node}</h3>
        {group.node !== '' && !alone && <Actions node={group.node} />}
      </div>
      <ul className={css.list}>
        {group.items.map((item) => (
          <Difference key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Difference({ item }: { item: PlacedDifference }) {
  const { id } = useLab();
  const goTo = useView((view) => view.goTo);
  const [busy, setBusy] = useState(false);
  const commands = item.operations.flatMap((operation) => operation.commands);
  return (
    <li className={cx(css.item, item.ignored && css.ignored)}>
      <button type="button" className={css.text} onClick={() => goTo(item.at)}>
        {item.text}
      </button>
      {commands.length > 0 && (
        <code className={css.commands} title={t('What would put it right')}>
          {commands.join('\n')}
        </code>
      )}
      <IconButton
        label={
          item.ignored
            ? t('Heed again: {text}', { text: item.text })
            : t('Ignore: {text}', { text: item.text })
        }
        size="s"
        side="left"
        disabled={busy}
        icon={item.ignored ? <Eye size={15} /> : <EyeOff size={15} />}
        onClick={() => {
          setBusy(true);
          void ignore(id, item).finally(() => setBusy(false));
        }}
      />
    </li>
  );
}

async function ignore(lab: string, { id, ignored }: PlacedDifference): Promise<void> {
  const { items } = useDrift.getState();
  const others = items.filter((one) => one.ignored && one.id !== id).map((one) => one.id);
  try {
    const drift = await ignoreDrift(lab, ignored ? others : [...others, id]);
    const now = new Map(drift.items.map((one) => [one.id, one.ignored]));
    useDrift.getState().mark(now);
  } catch (error) {
    toast({ tone: 'bad', title: t('It was not ignored'), text: errorText(error) });
  }
}

async function revert(lab: OpenLab, node: string | undefined): Promise<void> {
  await followOrder(lab, 'apply', () => revertDrift(lab.id, node === undefined ? undefined : [node]));
}

/** An edit like any other; that it counts as applied takes an apply, which live mode makes by itself. */
function adopt({ doc }: OpenLab, apply: () => void, node: string | undefined): void {
  const { edits } = useDrift.getState();
  const before = doc.projection;
  ops.patchTopology(doc, edits, node === undefined ? undefined : new Set([node]));
  if (doc.projection === before) {
    toast({ tone: 'info', title: t('A drawing has no words for that'), text: t('Revert it, or ignore it.') });
    return;
  }
  const isLive = useLive.getState().on;
  toast({
    tone: 'ok',
    title: t('Adopted into the drawing'),
    ...(!isLive && { text: t('Apply settles it.'), action: { label: t('Apply'), run: apply } }),
  });
}
