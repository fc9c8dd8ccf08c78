/** Who reaches whom: heat map, table, and what was expected. */
import { lazy } from 'react';
import { loadMatrixPanel } from './load';

export { MatrixBadge } from './MatrixBadge';
export const MatrixPanel = lazy(async () => ({ default: (await loadMatrixPanel()).MatrixPanel }));
