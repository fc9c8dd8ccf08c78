/** The list of labs, and new ones. */
import { lazy } from 'react';

/** With the gallery and its pictures, which an open lab has no use for. */
export const Labs = lazy(async () => ({ default: (await import('./Labs')).Labs }));
export { NewLabButton } from './NewLabButton';
export { LAB_STATES } from './states';
