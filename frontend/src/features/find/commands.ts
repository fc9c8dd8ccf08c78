import type { Command } from '@/commands';
import type { LabDocument } from '@/doc';
import { t } from '@/i18n';
import { isFiltered, NO_FILTER } from '@/state/filter';
import { setFilter, useView } from '@/state/view';
import { useFind } from './findStore';

/** Nothing can have been found before the bar was open. */
async function goOn(doc: LabDocument, by: 1 | -1): Promise<void> {
  (await import('./hits')).goOn(doc.projection, by);
}

export function findCommands(doc: LabDocument): readonly Command[] {
  const isLooking = () => useFind.getState().query.trim() !== '';
  return [
    {
      id: 'find.open',
      title: t('Find or filter'),
      group: 'Find',
      keys: ['Mod+F'],
      inTexts: true,
      run: () => useView.setState({ finding: true }),
    },
    {
      id: 'find.next',
      title: t('Find next'),
      group: 'Find',
      keys: ['F3'],
      inTexts: true,
      isEnabled: isLooking,
      run: () => void goOn(doc, 1),
    },
    {
      id: 'find.previous',
      title: t('Find previous'),
      group: 'Find',
      keys: ['Shift+F3'],
      inTexts: true,
      isEnabled: isLooking,
      run: () => void goOn(doc, -1),
    },
    {
      id: 'find.no-filter',
      title: t('Show everything again'),
      group: 'Find',
      isEnabled: () => isFiltered(useView.getState().filter),
      run: () => setFilter(NO_FILTER),
    },
  ];
}
