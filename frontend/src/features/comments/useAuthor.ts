import { useSession } from '@/api';
import { t } from '@/i18n';

/** The name under which this person speaks. */
export function useAuthor(): string {
  return useSession().data?.user?.name ?? t('Guest');
}
