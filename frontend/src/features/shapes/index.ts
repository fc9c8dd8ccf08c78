/** Drawings of a regular shape: rings, trees, leaves and spines. */
import { lazy } from 'react';

export { insertShape } from './insertShape';
export const ShapeDialog = lazy(async () => ({ default: (await import('./ShapeDialog')).ShapeDialog }));
