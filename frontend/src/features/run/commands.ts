/** What can be done with the lab as a whole. */
import type { Command } from '@/commands';
import { t } from '@/i18n';
import type { Lab } from '@/state/lab';
import type { Orders } from './useOrders';

export function runCommands({ doc, canRun }: Lab, orders: Orders): readonly Command[] {
  const isDrawn = () => canRun && doc.projection.nodes.size > 0;
  return [
    {
      id: 'run.apply',
      needs: 'run',
      title: t('Apply, then check the matrix'),
      group: 'Run',
      keys: ['Mod+Enter'],
      inTexts: true,
      isEnabled: isDrawn,
      run: orders.apply,
    },
    {
      id: 'run.plan',
      needs: 'run',
      title: t('Plan: what apply would do'),
      group: 'Run',
      isEnabled: isDrawn,
      run: orders.plan,
    },
    {
      id: 'run.matrix',
      needs: 'run',
      title: t('Check the matrix'),
      group: 'Run',
      isEnabled: isDrawn,
      run: () => orders.checkMatrix(),
    },
    {
      id: 'run.destroy',
      needs: 'run',
      title: t('Destroy: take down what runs'),
      group: 'Run',
      isEnabled: () => canRun,
      run: orders.destroy,
    },
  ];
}
