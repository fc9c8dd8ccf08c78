import type { Provider } from '@/doc';
import { t } from '@/i18n';
import { toast } from '@/ui';
import type { Command } from './command';

/** Saving goes by itself; who presses the keys out of habit is told so. */
export function labCommands(provider: Provider): readonly Command[] {
  const save = async () => {
    try {
      await provider.flush();
      toast({ tone: 'ok', title: t('Saved'), text: t('Every change is stored by itself, as you make it.') });
    } catch (error) {
      toast({
        tone: 'bad',
        title: t('Not saved'),
        text: error instanceof Error ? error.message : String(error),
      });
    }
  };
  return [
    {
      id: 'lab.save',
      title: t('Save'),
      group: 'Lab',
      keys: ['Mod+S'],
      inTexts: true,
      run: () => void save(),
    },
  ];
}
