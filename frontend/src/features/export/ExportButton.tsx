import { Share } from 'lucide-react';
import { t } from '@/i18n';
import { openWindow } from '@/state/view';
import { IconButton } from '@/ui';

export function ExportButton() {
  return (
    <IconButton
      label={t('Export')}
      icon={<Share size={16} aria-hidden />}
      onClick={() => openWindow('export')}
    />
  );
}
