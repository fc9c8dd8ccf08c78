/** Who reaches whom: heat map, table, and what was expected. */
export { MatrixBadge } from './MatrixBadge';
export { MatrixPanel } from './MatrixPanel';
