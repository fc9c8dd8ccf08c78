import { lazyPart } from '@/ui';

export const OutlinePanel = lazyPart(async () => (await import('./OutlinePanel')).OutlinePanel);
