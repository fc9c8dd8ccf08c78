import { Plus } from 'lucide-react';
import { Button } from '@/ui';

export function NewLabButton({ onClick }: { onClick: () => void }) {
  return (
    <Button variant="primary" icon={<Plus size={16} aria-hidden />} onClick={onClick}>
      New lab
    </Button>
  );
}
