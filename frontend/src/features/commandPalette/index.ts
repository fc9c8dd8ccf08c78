/** Every command by name. */
import { lazyPart } from '@/ui';

export const CommandPalette = lazyPart(async () => (await import('./CommandPalette')).CommandPalette);
