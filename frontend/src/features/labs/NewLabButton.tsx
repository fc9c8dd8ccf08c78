import { Plus } from 'lucide-react';
import { t } from '@/i18n';
import { Button } from '@/ui';

export function NewLabButton({ onClick }: { onClick: () => void }) {
  return (
    <Button variant="primary" icon={<Plus size={16} aria-hidden />} onClick={onClick}>
      {t('New lab')}
    </Button>
  );
}
