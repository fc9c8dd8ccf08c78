/** Commands about what the drawing once was. */
import { errorText, readVersions } from '@/api';
import type { Command } from '@/commands';
import { t } from '@/i18n';
import { isAnyThere, useOverlay } from '@/state/overlay';
import { compare, useView } from '@/state/view';
import { toast } from '@/ui';
import { DRAWN, RUNNING } from './words';

async function compareWithNewest(lab: string): Promise<void> {
  try {
    const [newest] = await readVersions(lab);
    if (newest) compare({ before: String(newest.number), after: DRAWN });
    else toast({ tone: 'info', title: t('No versions yet') });
  } catch (error) {
    toast({ tone: 'bad', title: t('They could not be compared'), text: errorText(error) });
  }
}

export function versionCommands(lab: string): readonly Command[] {
  return [
    {
      id: 'history.newest',
      title: t('Compare with the newest version'),
      group: 'Lab',
      run: () => void compareWithNewest(lab),
    },
    {
      id: 'history.running',
      title: t('Compare with what runs'),
      group: 'Lab',
      isEnabled: () => isAnyThere(useOverlay.getState()),
      run: () => compare({ before: RUNNING, after: DRAWN }),
    },
    {
      id: 'history.back',
      title: t('Back to the drawing'),
      group: 'Lab',
      isEnabled: () => useView.getState().compared !== null,
      run: () => compare(null),
    },
  ];
}
