/** The switch of live mode by name. */
import type { Command } from '@/commands';
import { t } from '@/i18n';
import { endLive, useLive } from '@/state/live';
import { isAnyThere, useOverlay } from '@/state/overlay';

export function liveCommands(): readonly Command[] {
  return [
    {
      id: 'run.live',
      needs: 'edit',
      title: t('Apply each edit as it is made: on or off'),
      group: 'Run',
      isEnabled: () => useLive.getState().on || isAnyThere(useOverlay.getState()),
      run: () => {
        if (useLive.getState().on) endLive();
        else useLive.setState({ on: true });
      },
    },
  ];
}
