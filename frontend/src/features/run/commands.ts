/** What can be done with the lab as a whole. */
import type { Command } from '@/commands';
import type { LabDocument } from '@/doc';
import type { Orders } from './useOrders';

export function runCommands(doc: LabDocument, orders: Orders): readonly Command[] {
  const isDrawn = () => doc.projection.nodes.size > 0;
  return [
    {
      id: 'run.apply',
      title: 'Apply, then check the matrix',
      group: 'Run',
      keys: ['Mod+Enter'],
      inTexts: true,
      isEnabled: isDrawn,
      run: orders.apply,
    },
    {
      id: 'run.plan',
      title: 'Plan: what apply would do',
      group: 'Run',
      isEnabled: isDrawn,
      run: orders.plan,
    },
    {
      id: 'run.matrix',
      title: 'Check the matrix',
      group: 'Run',
      isEnabled: isDrawn,
      run: () => orders.checkMatrix(),
    },
    { id: 'run.destroy', title: 'Destroy: take down what runs', group: 'Run', run: orders.destroy },
  ];
}
