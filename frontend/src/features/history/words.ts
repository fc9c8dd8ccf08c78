import type { Version } from '@/api';
import { formatDate, t } from '@/i18n';

export const DRAWN = 'drawn';
export const RUNNING = 'running';

/** What a version goes by: its name, or why it was kept. */
export function versionTitle({ name, reason }: Pick<Version, 'name' | 'reason'>): string {
  if (name !== '') return name;
  switch (reason) {
    case 'apply':
      return t('Applied');
    case 'restore':
      return t('Before a version was restored');
    default:
      return t('While it was edited');
  }
}

export function dayOf(version: Pick<Version, 'created_at'>): string {
  return formatDate(new Date(version.created_at), { day: 'numeric', month: 'long', year: 'numeric' });
}

export function timeOf(version: Pick<Version, 'created_at'>): string {
  return formatDate(new Date(version.created_at), { hour: '2-digit', minute: '2-digit' });
}
