/** Who else may see and change the lab. */
import { lazy, Suspense, useState } from 'react';
import { UserPlus } from 'lucide-react';
import { t } from '@/i18n';
import { useLab } from '@/state/lab';
import { IconButton } from '@/ui';

const ShareDialog = lazy(async () => ({ default: (await import('./ShareDialog')).ShareDialog }));

export function ShareButton() {
  const { role } = useLab();
  const [open, setOpen] = useState(false);
  if (role !== 'own') return null;
  return (
    <>
      <IconButton
        label={t('Share')}
        icon={<UserPlus size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      />
      <Suspense>{open && <ShareDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
