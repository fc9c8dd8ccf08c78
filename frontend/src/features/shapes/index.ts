/** Drawings of a regular shape: rings, trees, leaves and spines. */
import { lazy } from 'react';

export { insertShape } from './insertShape';
export const InsertWindow = lazy(async () => ({ default: (await import('./InsertWindow')).InsertWindow }));
export const ShapeDialog = lazy(async () => ({ default: (await import('./ShapeDialog')).ShapeDialog }));
