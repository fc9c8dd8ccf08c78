/** Every command by name. */
import { lazy } from 'react';

export const CommandPalette = lazy(async () => ({
  default: (await import('./CommandPalette')).CommandPalette,
}));
