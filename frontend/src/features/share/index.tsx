/** Who else may see and change the lab. */
import { UserPlus } from 'lucide-react';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { openWindow } from '@/state/view';
import { IconButton, lazyPart } from '@/ui';

export const ShareDialog = lazyPart(async () => (await import('./ShareDialog')).ShareDialog);

export function ShareButton() {
  const { role } = useLab();
  if (role !== 'own') return null;
  return (
    <IconButton
      label={t('Share')}
      icon={<UserPlus size={16} aria-hidden />}
      onClick={() => openWindow('share')}
    />
  );
}
