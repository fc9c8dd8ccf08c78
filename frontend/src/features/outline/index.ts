import { lazy } from 'react';

export const OutlinePanel = lazy(async () => ({ default: (await import('./OutlinePanel')).OutlinePanel }));
