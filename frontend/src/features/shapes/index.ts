/** Drawings of a regular shape: rings, trees, leaves and spines. */
import { lazyPart } from '@/ui';

export { insertShape } from './insertShape';
export const InsertWindow = lazyPart(async () => (await import('./InsertWindow')).InsertWindow);
export const ShapeDialog = lazyPart(async () => (await import('./ShapeDialog')).ShapeDialog);
