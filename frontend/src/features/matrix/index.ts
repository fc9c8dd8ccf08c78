/** Who reaches whom: heat map, table, and what was expected. */
import { lazyPart } from '@/ui';
import { loadMatrixPanel } from './load';

export { MatrixBadge } from './MatrixBadge';
export const MatrixPanel = lazyPart(async () => (await loadMatrixPanel()).MatrixPanel);
